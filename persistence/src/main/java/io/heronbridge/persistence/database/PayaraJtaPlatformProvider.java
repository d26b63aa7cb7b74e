package io.heronbridge.persistence.database;

import jakarta.transaction.TransactionManager;
import jakarta.transaction.UserTransaction;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.hibernate.engine.transaction.jta.platform.internal.AbstractJtaPlatform;
import org.hibernate.engine.transaction.jta.platform.spi.JtaPlatform;
import org.hibernate.engine.transaction.jta.platform.spi.JtaPlatformProvider;

/** Tells Hibernate where Payara keeps its transaction manager; other servers tell it themselves. */
public final class PayaraJtaPlatformProvider implements JtaPlatformProvider {
  private static final String TRANSACTION_MANAGER = "java:appserver/TransactionManager";

  @Override
  public JtaPlatform getProvidedJtaPlatform() {
    try {
      new InitialContext().lookup(TRANSACTION_MANAGER);
      return new PayaraJtaPlatform();
    } catch (NamingException notPayara) {
      return null;
    }
  }

  private static final class PayaraJtaPlatform extends AbstractJtaPlatform {
    private static final long serialVersionUID = 1L;

    @Override
    protected TransactionManager locateTransactionManager() {
      return (TransactionManager) jndiService().locate(TRANSACTION_MANAGER);
    }

    @Override
    protected UserTransaction locateUserTransaction() {
      return (UserTransaction) jndiService().locate("java:comp/UserTransaction");
    }
  }
}
