package io.heronbridge.it.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Finds ports of the loopback interface that nobody listens on, and hands each out once. */
final class FreePorts {
  private static final Set<Integer> GIVEN = new HashSet<>();
  private static final int LOWEST_OFFSET = 10_000;
  private static final int HIGHEST_OFFSET = 20_000;

  private FreePorts() {}

  static synchronized int one() {
    while (true) {
      try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        if (GIVEN.add(socket.getLocalPort())) {
          return socket.getLocalPort();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** An offset at which each of the ports is free. */
  static synchronized int offset(int... ports) {
    while (true) {
      int offset = ThreadLocalRandom.current().nextInt(LOWEST_OFFSET, HIGHEST_OFFSET);
      boolean allFree = IntStream.of(ports).map(port -> port + offset).allMatch(FreePorts::isFree);
      if (allFree) {
        IntStream.of(ports).map(port -> port + offset).forEach(GIVEN::add);
        return offset;
      }
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return !GIVEN.contains(port);
    } catch (IOException taken) {
      return false;
    }
  }
}
