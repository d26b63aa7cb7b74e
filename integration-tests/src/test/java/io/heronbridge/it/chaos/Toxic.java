package io.heronbridge.it.chaos;

import java.io.IOException;
import java.time.Duration;

/** What befalls the bytes that go one way through a {@link Wire}. */
interface Toxic {
  /** No harm: bytes go on as they come. */
  Toxic NONE = Way::write;

  /** Some bytes have arrived at this end; what of them arrives at the other, and when? */
  void pass(Way way, byte[] bytes) throws IOException;

  /** The sender has closed. */
  default void ended(Way way) throws IOException {
    way.close();
  }

  /** Everything arrives later. */
  static Toxic latency(Duration by) {
    return (way, bytes) -> {
      way.pause(by);
      way.write(bytes);
    };
  }

  /** So many bytes a second and no more. */
  static Toxic bandwidth(int bytesPerSecond) {
    return (way, bytes) -> {
      int piece = Math.max(1, bytesPerSecond / 20);
      for (int from = 0; from < bytes.length; from += piece) {
        way.write(bytes, from, Math.min(piece, bytes.length - from));
        way.pause(Duration.ofMillis(50));
      }
    };
  }

  /** The end of a connection shows late. */
  static Toxic slowClose(Duration by) {
    return new Toxic() {
      @Override
      public void pass(Way way, byte[] bytes) throws IOException {
        way.write(bytes);
      }

      @Override
      public void ended(Way way) throws IOException {
        way.pause(by);
        way.close();
      }
    };
  }

  /** Bytes vanish, and after a while the connection ends. */
  static Toxic timeout(Duration after) {
    return (way, bytes) -> {
      way.pause(after);
      way.close();
    };
  }

  /** The connection is reset in the middle. */
  static Toxic resetPeer() {
    return (way, bytes) -> way.reset();
  }

  /** Bytes arrive in small pieces with pauses between them. */
  static Toxic slicer(int piece, Duration between) {
    return (way, bytes) -> {
      for (int from = 0; from < bytes.length; from += piece) {
        way.write(bytes, from, Math.min(piece, bytes.length - from));
        way.pause(between);
      }
    };
  }

  /** The connection ends after so many bytes. */
  static Toxic limitData(long bytes) {
    return (way, arrived) -> {
      long left = bytes - way.written();
      way.write(arrived, 0, (int) Math.min(Math.max(left, 0), arrived.length));
      if (arrived.length >= left) {
        way.close();
      }
    };
  }
}
