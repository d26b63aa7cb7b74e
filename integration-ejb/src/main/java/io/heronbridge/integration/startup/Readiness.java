package io.heronbridge.integration.startup;

import io.heronbridge.integration.spool.SpoolFolder;
import io.heronbridge.integration.spool.WebhookSpool;
import io.heronbridge.integration.startup.Startup.Phase;
import io.heronbridge.persistence.database.DatabaseProbe.Finding;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/** Tells, check by check, whether this node can receive durably. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Readiness {
  @Inject Startup startup;
  @Inject DatabaseWatch database;
  @Inject SpoolFolder folder;
  @Inject WebhookSpool webhooks;

  /**
   * One named check.
   *
   * @param explanation for people; empty when all is well
   */
  public record Check(String name, boolean up, String explanation) {
    private static Check of(String name, String explanation) {
      return new Check(name, explanation.isEmpty(), explanation);
    }
  }

  /** The state of everything that receiving stands on. */
  public record Report(Check migrations, Check keyset, Check database, Check spool) {

    /** Started, and able to put down safely what comes in: in the database, or in the spool. */
    public boolean isReady() {
      return migrations.up() && keyset.up() && (database.up() || spool.up());
    }

    public List<Check> checks() {
      return List.of(migrations, keyset, database, spool);
    }
  }

  public Report report() {
    String start = startup.phase() == Phase.READY ? "" : startup.explanation();
    return new Report(
        new Check("migrations", startup.phase() == Phase.READY, start),
        new Check("keyset", startup.phase() == Phase.READY, start),
        Check.of("database", complaint(database.probed())),
        Check.of("spool", spoolComplaint()));
  }

  /** A standby can receive nothing durably. */
  private static String complaint(Finding finding) {
    return switch (finding) {
      case WRITABLE -> "";
      case READ_ONLY -> "PostgreSQL takes no writes.";
      case REFUSING -> "PostgreSQL refuses the connection.";
      case SILENT -> "PostgreSQL does not answer.";
    };
  }

  private String spoolComplaint() {
    if (webhooks.isFull()) {
      return "The spool for webhooks is full.";
    }
    return folder.takesWrites() ? "" : "The spool folder cannot be written.";
  }
}
