package io.heronbridge.sandbox;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Runs a sandbox until the process is stopped: {@code [--port N] [--demo]}. */
public final class SandboxMain {
  private static final System.Logger LOG = System.getLogger(SandboxMain.class.getName());
  private static final int USUAL_PORT = 8290;

  private SandboxMain() {}

  /** Starts with the demonstration faults when asked for. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<String> words = List.of(arguments);
    int at = words.indexOf("--port");
    int port = at < 0 ? USUAL_PORT : Integer.parseInt(words.get(at + 1));
    try (Sandbox sandbox = Sandbox.start(port)) {
      if (words.contains("--demo")) {
        sandbox.demoFaults();
      }
      LOG.log(System.Logger.Level.INFO, () -> "sandbox ready at " + sandbox.baseUrl());
      new CountDownLatch(1).await();
    }
  }
}
