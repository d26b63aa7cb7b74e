package io.heronbridge.benchmarks.ours;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;

/** What the container does in the application: an entity manager for each transaction's thread. */
final class LocalTransactions implements AutoCloseable {
  private final EntityManagerFactory factory;
  private final ThreadLocal<EntityManager> current = new ThreadLocal<>();
  private final EntityManager shared;

  LocalTransactions(DataSource database) {
    this.factory =
        Persistence.createEntityManagerFactory(
            "benchmarks", Map.of("jakarta.persistence.nonJtaDataSource", database));
    this.shared =
        (EntityManager)
            Proxy.newProxyInstance(
                EntityManager.class.getClassLoader(),
                new Class<?>[] {EntityManager.class},
                (proxy, method, arguments) -> {
                  try {
                    return method.invoke(current.get(), arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
  }

  /** Stands for the entity manager of whatever transaction the thread is in. */
  EntityManager entityManager() {
    return shared;
  }

  /** Something done in a transaction. */
  interface Step {
    void take() throws SQLException;
  }

  void run(Step step) throws SQLException {
    try (EntityManager own = factory.createEntityManager()) {
      current.set(own);
      own.getTransaction().begin();
      try {
        step.take();
        own.getTransaction().commit();
      } finally {
        if (own.getTransaction().isActive()) {
          own.getTransaction().rollback();
        }
        current.remove();
      }
    }
  }

  @Override
  public void close() {
    factory.close();
  }
}
