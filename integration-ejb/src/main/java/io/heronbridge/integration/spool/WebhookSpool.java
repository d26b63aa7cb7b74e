package io.heronbridge.integration.spool;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;

import io.heronbridge.integration.settings.SpoolLimits;
import io.heronbridge.persistence.secret.Purpose;
import io.heronbridge.persistence.secret.SealBrokenException;
import io.heronbridge.persistence.secret.SecretCipher;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps webhooks that were accepted while the database was away, sealed, until it has them. Bounded
 * by bytes and by number, so that an outage cannot fill the disk.
 */
public final class WebhookSpool {
  private static final System.Logger LOG = System.getLogger(WebhookSpool.class.getName());
  private static final int MICROS_DIGITS = 20;

  /** A webhook of Plaid's with its headers is smaller than this, unless it is unusual. */
  private static final int ORDINARY_BYTES = 16 * 1024;

  private final SpoolFiles files;
  private final SpoolLimits limits;
  private final SecretCipher cipher;

  /** The size of each file that waits. */
  private final Map<String, Long> sizes = new HashMap<>();

  private long bytes;

  /**
   * What lies in the spool of this node.
   *
   * @param oldest when the webhook that waits longest arrived
   * @param aside files that could not be replayed, and wait for a person
   */
  public record Contents(long files, long bytes, Optional<Instant> oldest, long aside) {}

  WebhookSpool(Path folder, SpoolLimits limits, SecretCipher cipher) {
    this.files = new SpoolFiles(folder, ".webhook", ".unreadable");
    this.limits = limits;
    this.cipher = cipher;
    countWhatIsThere();
  }

  private void countWhatIsThere() {
    try {
      files.deleteDrafts();
      for (String name : files.names()) {
        hold(name, files.size(name));
      }
    } catch (IOException e) {
      LOG.log(ERROR, () -> "spool cannot be read: " + e.getClass().getSimpleName());
    }
  }

  /** Seals what arrived and makes sure it is on the disk; false when it is full or fails. */
  public boolean add(Instant arrived, byte[] content) {
    UUID id = UUID.randomUUID();
    byte[] sealed = cipher.seal(Purpose.SPOOLED_WEBHOOK, id, content);
    String name = name(arrived, id);
    if (!reserve(name, sealed.length)) {
      LOG.log(WARNING, "the spool for webhooks is full");
      return false;
    }
    try {
      files.write(name, sealed);
      return true;
    } catch (IOException e) {
      LOG.log(ERROR, () -> "spool cannot be written: " + e.getClass().getSimpleName());
      // Its sender is told to send it again, so it must not be replayed as well.
      letGo(name);
      forget(name);
      return false;
    }
  }

  private synchronized boolean reserve(String name, long length) {
    if (sizes.size() + 1 > limits.files() || bytes + length > limits.bytes()) {
      return false;
    }
    hold(name, length);
    return true;
  }

  private synchronized void hold(String name, long length) {
    sizes.put(name, length);
    bytes += length;
  }

  /** A file that a person put here was never counted. */
  private synchronized void letGo(String name) {
    Long length = sizes.remove(name);
    bytes -= length == null ? 0 : length;
  }

  /** Names sort by arrival. */
  private static String name(Instant arrived, UUID id) {
    String micros = Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, arrived));
    return "0".repeat(MICROS_DIGITS - micros.length()) + micros + "-" + id;
  }

  /** Every webhook that waits, in order of arrival. */
  public List<String> names() {
    try {
      return files.names();
    } catch (IOException e) {
      LOG.log(ERROR, () -> "spool cannot be read: " + e.getClass().getSimpleName());
      return List.of();
    }
  }

  /**
   * What was added under the name.
   *
   * @throws SealBrokenException when it is not what this deployment sealed
   * @throws IOException when the disk does not give it
   */
  public byte[] open(String name) throws IOException {
    byte[] sealed = files.read(name);
    return cipher.open(Purpose.SPOOLED_WEBHOOK, id(name), sealed);
  }

  private static UUID id(String name) {
    try {
      return UUID.fromString(name.substring(MICROS_DIGITS + 1));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new SealBrokenException("no name of ours: " + name, e);
    }
  }

  /** Deletes it: the database has it, or its sender. */
  public void forget(String name) {
    try {
      files.delete(name);
      letGo(name);
    } catch (IOException e) {
      LOG.log(WARNING, () -> "spool file stays behind: " + name);
    }
  }

  /** Keeps the file for a person to look at; it is not tried again. */
  public void setAside(String name, String why) {
    try {
      files.setAside(name);
      letGo(name);
      LOG.log(ERROR, () -> "spooled webhook is set aside file=%s: %s".formatted(name, why));
    } catch (IOException e) {
      LOG.log(WARNING, () -> "spool file stays: " + name);
    }
  }

  /** Whether an ordinary webhook has no room any more. */
  public synchronized boolean isFull() {
    return sizes.size() >= limits.files() || bytes + ORDINARY_BYTES > limits.bytes();
  }

  public Contents contents() {
    List<String> waiting = names();
    Optional<Instant> oldest = waiting.stream().findFirst().flatMap(WebhookSpool::arrived);
    long held;
    synchronized (this) {
      held = bytes;
    }
    return new Contents(waiting.size(), held, oldest, aside());
  }

  private static Optional<Instant> arrived(String name) {
    try {
      long micros = Long.parseLong(name.substring(0, MICROS_DIGITS));
      return Optional.of(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  /** How many files wait for a person. */
  public long aside() {
    try {
      return files.aside();
    } catch (IOException e) {
      return 0;
    }
  }
}
