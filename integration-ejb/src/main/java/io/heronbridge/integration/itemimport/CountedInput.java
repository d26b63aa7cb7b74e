package io.heronbridge.integration.itemimport;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Counts an upload's bytes, and ends it when there are too many or they are not wanted any more.
 */
final class CountedInput extends FilterInputStream {
  private static final Duration EVERY = Duration.ofSeconds(5);

  private final long most;
  private final Clock clock;
  private long count;
  private Runnable check = () -> {};
  private Instant checkAt = Instant.MAX;

  CountedInput(InputStream source, long most, Clock clock) {
    super(source);
    this.most = most;
    this.clock = clock;
  }

  /** From now on a check is made every few seconds; it ends the upload by throwing. */
  void checkWhileReading(Runnable wanted) {
    this.check = wanted;
    this.checkAt = clock.instant().plus(EVERY);
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int read = super.read(into, from, length);
    count(Math.max(0, read));
    return read;
  }

  private void count(int more) throws TooLargeException {
    count += more;
    if (count > most) {
      throw new TooLargeException();
    }
    if (clock.instant().isAfter(checkAt)) {
      check.run();
      checkAt = clock.instant().plus(EVERY);
    }
  }

  long count() {
    return count;
  }

  /** More bytes than an upload may have. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
