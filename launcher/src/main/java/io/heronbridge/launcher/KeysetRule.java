package io.heronbridge.launcher;

import io.heronbridge.launcher.postgres.Database;
import io.heronbridge.persistence.secret.Keyset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** A keyset is made for an empty database only; any other needs the one it was sealed with. */
final class KeysetRule {
  private KeysetRule() {}

  /** Answers whether the database holds secrets already. */
  interface Secrets {
    boolean exist() throws SQLException;
  }

  static void apply(Path keyset, Database database) throws IOException, SQLException {
    apply(keyset, database::holdsSecrets);
  }

  static void apply(Path keyset, Secrets secrets) throws IOException, SQLException {
    if (Files.exists(keyset)) {
      return;
    }
    if (secrets.exist()) {
      throw new CannotStartException(
          ("The database holds sealed secrets, but their encryption keyset %s is missing:"
                  + " put it back, or point BRIDGE_ENCRYPTION_KEYSET_FILE at it.")
              .formatted(keyset));
    }
    Folders.writePrivately(keyset, Keyset.generate());
  }
}
