package io.heronbridge.it.support;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What the JDK cannot tell another process. */
final class Signals {
  private Signals() {}

  static void send(ProcessHandle process, String signal) {
    try {
      int code =
          new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
      if (code != 0) {
        throw new IllegalStateException("kill -" + signal + " failed with " + code);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
