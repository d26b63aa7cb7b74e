package io.heronbridge.launcher;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Tells the terminal what is being done, and how long it took. */
public final class Progress {
  private final PrintStream out;

  public Progress(PrintStream out) {
    this.out = out;
  }

  /** One step whose line is printed when it is done. */
  public <T> T step(String doing, Callable<T> work) throws Exception {
    long begin = System.nanoTime();
    T result = work.call();
    say(doing + " … " + since(begin));
    return result;
  }

  public void say(String line) {
    synchronized (out) {
      out.println(line);
      out.flush();
    }
  }

  static String since(long begin) {
    Duration elapsed = Duration.ofNanos(System.nanoTime() - begin);
    return String.format(Locale.ROOT, "%.1f s", elapsed.toMillis() / 1000.0);
  }
}
