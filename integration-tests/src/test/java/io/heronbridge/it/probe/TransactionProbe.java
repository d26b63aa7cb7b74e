package io.heronbridge.it.probe;

import io.heronbridge.integration.startup.BridgeDatabase;
import io.heronbridge.persistence.access.AdminUser;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.enduser.EndUser;
import io.heronbridge.persistence.enduser.EndUserId;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import javax.sql.DataSource;

/** Writes two rows through JPA and one through JDBC, in the caller's transaction or its own. */
@Stateless
public class TransactionProbe {
  @Inject EntityManager entityManager;
  @Inject Clock clock;

  @Resource(lookup = BridgeDatabase.JNDI)
  private DataSource dataSource;

  /** Rows that bear the mark: an end user, an administrator and an audit entry. */
  public void writeThree(String mark) {
    Instant now = clock.instant();
    entityManager.persist(new EndUser(new EndUserId(mark), null, now));
    entityManager.persist(new AdminUser(mark, "none", Role.VIEWER, now));
    entityManager.flush();
    audit(mark);
  }

  /** Writes the three and then fails as a programming error would. */
  public void writeThreeAndFail(String mark) {
    writeThree(mark);
    throw new IllegalStateException("a fault that a test asked for");
  }

  /** How many of the three rows there are. */
  public long count(String mark) {
    return ((Number)
            entityManager
                .createNativeQuery(
                    "SELECT (SELECT count(*) FROM end_user WHERE end_user_id = :mark)"
                        + " + (SELECT count(*) FROM admin_user WHERE username = :mark)"
                        + " + (SELECT count(*) FROM audit_entry WHERE subject = :mark)")
                .setParameter("mark", mark)
                .getSingleResult())
        .longValue();
  }

  private void audit(String mark) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO audit_entry (at, actor, action, subject)"
                    + " VALUES (now(), 'probe', 'write', ?)")) {
      insert.setString(1, mark);
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
