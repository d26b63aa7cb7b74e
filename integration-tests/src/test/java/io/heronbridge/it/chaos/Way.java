package io.heronbridge.it.chaos;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One direction of one connection. */
final class Way {
  private static final int PIECE = 16 * 1024;

  private final Socket from;
  private final Socket to;
  private final CountDownLatch cut;
  private long written;

  /**
   * @param cut ends every pause
   */
  Way(Socket from, Socket to, CountDownLatch cut) {
    this.from = from;
    this.to = to;
    this.cut = cut;
  }

  /** Carries bytes until one side closes; each piece meets what is in force when it arrives. */
  void carry(Wire wire, boolean toServer) {
    byte[] buffer = new byte[PIECE];
    try {
      for (int n = from.getInputStream().read(buffer); n >= 0; ) {
        wire.toxic(toServer).pass(this, java.util.Arrays.copyOf(buffer, n));
        n = from.getInputStream().read(buffer);
      }
      wire.toxic(toServer).ended(this);
    } catch (IOException broken) {
      close();
    }
  }

  void write(byte[] bytes) throws IOException {
    write(bytes, 0, bytes.length);
  }

  void write(byte[] bytes, int offset, int length) throws IOException {
    to.getOutputStream().write(bytes, offset, length);
    to.getOutputStream().flush();
    written += length;
  }

  long written() {
    return written;
  }

  void pause(Duration time) throws IOException {
    try {
      if (cut.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException("the wire was cut");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** Ends the connection in good order. */
  void close() {
    closeQuietly(from);
    closeQuietly(to);
  }

  /** Ends the connection so that both sides hear of a reset. */
  void reset() throws IOException {
    from.setSoLinger(true, 0);
    to.setSoLinger(true, 0);
    close();
  }

  static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException ignored) {
      // It is of no use any more either way.
    }
  }
}
