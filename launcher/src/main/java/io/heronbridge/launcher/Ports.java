package io.heronbridge.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Whether a port can be listened on. */
public final class Ports {
  private static final int LAST = 65_535;

  private Ports() {}

  /** Complains about a port that cannot be had, before anything is started. */
  static void require(int port, boolean loopbackOnly) {
    try {
      tryToListen(port, loopbackOnly);
    } catch (IOException e) {
      boolean forbidden = String.valueOf(e.getMessage()).contains("denied");
      throw new CannotStartException(
          forbidden
              ? "Port %d may not be used by an ordinary user: choose one above 1023 with --port."
                  .formatted(port)
              : ("Port %d is taken by another program: stop that one,"
                      + " or choose another port with --port.")
                  .formatted(port),
          e);
    }
  }

  public static boolean isFree(int port) {
    try {
      tryToListen(port, true);
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  /** The port, when there is such a one and it is free; otherwise any. */
  public static int nearest(int port) throws IOException {
    return port <= LAST && isFree(port) ? port : anyFree();
  }

  /** A loopback port that is free now. */
  public static int anyFree() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  private static void tryToListen(int port, boolean loopbackOnly) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(
          loopbackOnly ? new InetSocketAddress("127.0.0.1", port) : new InetSocketAddress(port));
    }
  }
}
