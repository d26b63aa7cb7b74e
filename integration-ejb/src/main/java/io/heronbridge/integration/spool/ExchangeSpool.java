package io.heronbridge.integration.spool;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.heronbridge.integration.plaid.PlaidClient.ExchangedItem;
import io.heronbridge.persistence.secret.Purpose;
import io.heronbridge.persistence.secret.SealBrokenException;
import io.heronbridge.persistence.secret.Secret;
import io.heronbridge.persistence.secret.SecretCipher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps Plaid's answer to an exchange from the moment it arrives until the database has it: between
 * the two, the access token exists nowhere else.
 */
@ApplicationScoped
public class ExchangeSpool {
  private static final System.Logger LOG = System.getLogger(ExchangeSpool.class.getName());

  @Inject SpoolFolder spoolFolder;
  @Inject SecretCipher cipher;

  /** Answers whose own request is still storing them; nobody else need. */
  private final Set<UUID> inHand = ConcurrentHashMap.newKeySet();

  /** An answer that the database may not have yet. */
  public record Spooled(UUID claimId, ExchangedItem exchanged) {}

  /** Writes the answer and makes sure it is on the disk; tells whether that worked. */
  public boolean write(UUID claimId, ExchangedItem exchanged) {
    inHand.add(claimId);
    String text =
        String.join(
            "\n",
            exchanged.itemId(),
            exchanged.accessToken().reveal(),
            String.valueOf(exchanged.requestId()));
    byte[] ciphertext = cipher.seal(Purpose.SPOOLED_EXCHANGE, claimId, text.getBytes(UTF_8));
    try {
      files().write(claimId.toString(), ciphertext);
      return true;
    } catch (IOException e) {
      LOG.log(ERROR, () -> "spool cannot be written: " + e.getClass().getSimpleName());
      return false;
    }
  }

  /** The request that brought it has given up; recovery goes on. */
  public void handOver(UUID claimId) {
    inHand.remove(claimId);
  }

  /** The database has it. */
  public void forget(UUID claimId) {
    inHand.remove(claimId);
    try {
      files().delete(claimId.toString());
    } catch (IOException e) {
      LOG.log(WARNING, () -> "spool file stays behind claim=%s".formatted(claimId));
    }
  }

  /** The answer to one exchange, if it is here. */
  public Optional<ExchangedItem> find(UUID claimId) {
    String name = claimId.toString();
    try {
      return files().exists(name) ? read(name).map(Spooled::exchanged) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Nobody knows this exchange any more; the file is kept for a person to look at. */
  public void setAside(UUID claimId) {
    try {
      files().setAside(claimId.toString());
      LOG.log(
          ERROR, () -> "spooled exchange belongs to no claim and is set aside claim=" + claimId);
    } catch (IOException e) {
      LOG.log(WARNING, () -> "spool file stays claim=" + claimId);
    }
  }

  /** How many files wait for a person. */
  public long aside() {
    try {
      return files().aside();
    } catch (IOException e) {
      return 0;
    }
  }

  /** Everything not forgotten yet and in nobody's hand. */
  public List<Spooled> all() {
    List<Spooled> spooled = new ArrayList<>();
    try {
      for (String name : files().names()) {
        read(name).filter(each -> !inHand.contains(each.claimId())).ifPresent(spooled::add);
      }
    } catch (IOException e) {
      LOG.log(ERROR, () -> "spool cannot be read: " + e.getClass().getSimpleName());
    }
    return spooled;
  }

  private Optional<Spooled> read(String name) throws IOException {
    try {
      UUID claimId = UUID.fromString(name);
      byte[] opened = cipher.open(Purpose.SPOOLED_EXCHANGE, claimId, files().read(name));
      String[] lines = new String(opened, UTF_8).split("\n", 3);
      return Optional.of(
          new Spooled(claimId, new ExchangedItem(lines[0], new Secret(lines[1]), lines[2])));
    } catch (IllegalArgumentException | SealBrokenException e) {
      LOG.log(ERROR, () -> "spool file cannot be opened and is left alone: " + name);
      return Optional.empty();
    }
  }

  private SpoolFiles files() {
    return new SpoolFiles(spoolFolder.path(), ".exchange", ".unclaimed");
  }
}
