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
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Keeps Plaid's answer to an exchange from the moment it arrives until the database has it: between
 * the two, the access token exists nowhere else.
 */
@ApplicationScoped
public class ExchangeSpool {
  private static final System.Logger LOG = System.getLogger(ExchangeSpool.class.getName());
  private static final String SUFFIX = ".exchange";

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
      Files.createDirectories(folder());
      Path draft = folder().resolve(claimId + ".draft");
      try (FileChannel channel =
          FileChannel.open(
              draft,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING)) {
        channel.write(ByteBuffer.wrap(ciphertext));
        channel.force(true);
      }
      publish(draft, file(claimId));
      return true;
    } catch (IOException e) {
      LOG.log(ERROR, () -> "spool cannot be written: " + e.getClass().getSimpleName());
      return false;
    }
  }

  private void publish(Path draft, Path file) throws IOException {
    try {
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }
    try (FileChannel directory = FileChannel.open(folder(), StandardOpenOption.READ)) {
      directory.force(true);
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
      Files.deleteIfExists(file(claimId));
    } catch (IOException e) {
      LOG.log(WARNING, () -> "spool file stays behind claim=%s".formatted(claimId));
    }
  }

  /** The answer to one exchange, if it is here. */
  public Optional<ExchangedItem> find(UUID claimId) {
    try {
      return Files.exists(file(claimId))
          ? read(file(claimId)).map(Spooled::exchanged)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Nobody knows this exchange any more; the file is kept for a person to look at. */
  public void setAside(UUID claimId) {
    try {
      Files.move(
          file(claimId),
          folder().resolve(claimId + ".unclaimed"),
          StandardCopyOption.REPLACE_EXISTING);
      LOG.log(
          ERROR, () -> "spooled exchange belongs to no claim and is set aside claim=" + claimId);
    } catch (IOException e) {
      LOG.log(WARNING, () -> "spool file stays claim=" + claimId);
    }
  }

  /** Everything not forgotten yet and in nobody's hand. */
  public List<Spooled> all() {
    if (!Files.isDirectory(folder())) {
      return List.of();
    }
    List<Spooled> spooled = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder())) {
      for (Path file : files.filter(path -> path.toString().endsWith(SUFFIX)).toList()) {
        read(file).filter(each -> !inHand.contains(each.claimId())).ifPresent(spooled::add);
      }
    } catch (IOException e) {
      LOG.log(ERROR, () -> "spool cannot be read: " + e.getClass().getSimpleName());
    }
    return spooled;
  }

  private Optional<Spooled> read(Path file) throws IOException {
    String name = file.getFileName().toString();
    try {
      UUID claimId = UUID.fromString(name.substring(0, name.length() - SUFFIX.length()));
      byte[] opened = cipher.open(Purpose.SPOOLED_EXCHANGE, claimId, Files.readAllBytes(file));
      String[] lines = new String(opened, UTF_8).split("\n", 3);
      return Optional.of(
          new Spooled(claimId, new ExchangedItem(lines[0], new Secret(lines[1]), lines[2])));
    } catch (IllegalArgumentException | SealBrokenException e) {
      LOG.log(ERROR, () -> "spool file cannot be opened and is left alone: " + name);
      return Optional.empty();
    }
  }

  private Path file(UUID claimId) {
    return folder().resolve(claimId + SUFFIX);
  }

  private Path folder() {
    return spoolFolder.path();
  }
}
