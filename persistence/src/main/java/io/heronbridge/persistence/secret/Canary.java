package io.heronbridge.persistence.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * A sealed word kept in the database: a keyset that cannot open it is not this database's keyset.
 */
public final class Canary {
  private static final UUID ROW = new UUID(0, 1);
  private static final byte[] SONG = "heron".getBytes(UTF_8);

  private final DataSource dataSource;
  private final SecretCipher cipher;

  public Canary(DataSource dataSource, SecretCipher cipher) {
    this.dataSource = dataSource;
    this.cipher = cipher;
  }

  /**
   * Opens the canary, or leaves one in a database that has none.
   *
   * @throws UnusableKeysetException when it does not open
   */
  public void check() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      leaveOne(connection);
      if (!Arrays.equals(SONG, cipher.open(Purpose.CANARY, ROW, read(connection)))) {
        throw new UnusableKeysetException("The canary opened, but does not sing.");
      }
    } catch (SealBrokenException e) {
      throw new UnusableKeysetException(
          "The encryption keyset is not the one this database was sealed with: point"
              + " bridge.encryption.keyset-file (BRIDGE_ENCRYPTION_KEYSET_FILE) at the right one.",
          e);
    }
  }

  private void leaveOne(Connection connection) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO sealed_canary (id, ciphertext) VALUES (1, ?) ON CONFLICT DO NOTHING")) {
      insert.setBytes(1, cipher.seal(Purpose.CANARY, ROW, SONG));
      insert.executeUpdate();
    }
  }

  private static byte[] read(Connection connection) throws SQLException {
    try (Statement select = connection.createStatement();
        ResultSet row = select.executeQuery("SELECT ciphertext FROM sealed_canary WHERE id = 1")) {
      row.next();
      return row.getBytes(1);
    }
  }
}
