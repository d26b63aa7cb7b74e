package io.heronbridge.integration.itemimport;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts an upload's bytes, and ends it when there are too many. */
final class CountedInput extends FilterInputStream {
  private final long most;
  private long count;

  CountedInput(InputStream source, long most) {
    super(source);
    this.most = most;
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
  }

  long count() {
    return count;
  }

  /** More bytes than an upload may have. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
