package io.heronbridge.launcher.inside;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Starts Payara Micro, and ends it when the launcher is gone, however the launcher ended. */
public final class ServerMain {
  private static final String PAYARA = "fish.payara.micro.impl.PayaraMicroImpl";
  private static final String POSTGRES = "heronbridge.postgres-pid-file";

  private ServerMain() {}

  public static void main(String[] arguments) throws Exception {
    Thread watcher = new Thread(ServerMain::endWithTheLauncher, "launcher-watcher");
    watcher.setDaemon(true);
    watcher.start();
    try {
      Class.forName(PAYARA).getMethod("main", String[].class).invoke(null, (Object) arguments);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("Payara Micro did not start", e.getCause());
    }
  }

  /** Our standard input is a pipe that only the launcher holds open. */
  private static void endWithTheLauncher() {
    try {
      while (System.in.read() >= 0) {
        // Nothing is ever said; the end of it says all.
      }
    } catch (IOException ignored) {
      // As good as the end.
    }
    stopPostgres();
    System.exit(1);
  }

  /** Asks the embedded PostgreSQL to stop once its last client, this process, is gone. */
  private static void stopPostgres() {
    String file = System.getProperty(POSTGRES);
    if (file == null) {
      return;
    }
    try {
      List<String> lines = Files.readAllLines(Path.of(file));
      ProcessHandle.of(Long.parseLong(lines.get(0).trim()))
          .filter(process -> process.info().command().orElse("").endsWith("postgres"))
          .ifPresent(ProcessHandle::destroy);
    } catch (IOException | RuntimeException ignored) {
      // It is not running, or the next start stops it.
    }
  }
}
