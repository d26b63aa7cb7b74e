package io.heronbridge.it.chaos;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WireTest {
  private static final Duration WHILE = Duration.ofMillis(200);

  private ServerSocket echo;
  private Wire wire;

  /** A server that says back what it hears. */
  @BeforeEach
  void start() throws IOException {
    echo = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread thread =
        new Thread(
            () -> {
              while (!echo.isClosed()) {
                serveOne();
              }
            });
    thread.setDaemon(true);
    thread.start();
    wire = new Wire(echo.getLocalPort());
  }

  private void serveOne() {
    try (Socket visitor = echo.accept()) {
      visitor.getInputStream().transferTo(visitor.getOutputStream());
    } catch (IOException ignored) {
      // The visitor went away.
    }
  }

  @AfterEach
  void stop() throws IOException {
    wire.close();
    echo.close();
  }

  private Socket connected() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), wire.port());
  }

  private static String said(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(US_ASCII));
    return new String(socket.getInputStream().readNBytes(text.length()), US_ASCII);
  }

  private static Duration since(long begin) {
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  @Test
  void healthyWireChangesNothing() throws IOException {
    try (Socket socket = connected()) {
      assertThat(said(socket, "hello")).isEqualTo("hello");
    }
  }

  @Test
  void latencyMakesEverythingLate() throws IOException {
    wire.toServer(Toxic.latency(WHILE));
    try (Socket socket = connected()) {
      long begin = System.nanoTime();

      assertThat(said(socket, "hello")).isEqualTo("hello");
      assertThat(since(begin)).isGreaterThanOrEqualTo(WHILE);
    }
  }

  @Test
  void narrowWireTakesItsTime() throws IOException {
    wire.toClient(Toxic.bandwidth(1000));
    try (Socket socket = connected()) {
      long begin = System.nanoTime();

      assertThat(said(socket, "x".repeat(300))).hasSize(300);
      assertThat(since(begin)).isBetween(WHILE, WHILE.multipliedBy(10));
    }
  }

  @Test
  void slowCloseHidesTheEnd() throws IOException {
    wire.toServer(Toxic.slowClose(WHILE));
    try (Socket socket = connected()) {
      said(socket, "hello");
      long begin = System.nanoTime();
      socket.shutdownOutput();

      assertThat(socket.getInputStream().read()).isEqualTo(-1);
      assertThat(since(begin)).isGreaterThanOrEqualTo(WHILE);
    }
  }

  @Test
  void timeoutSwallowsEverythingAndThenEnds() throws IOException {
    wire.toClient(Toxic.timeout(WHILE));
    try (Socket socket = connected()) {
      long begin = System.nanoTime();

      assertThat(said(socket, "hello")).isEmpty();
      assertThat(since(begin)).isGreaterThanOrEqualTo(WHILE);
    }
  }

  @Test
  void resetIsHeardAsAReset() throws IOException {
    wire.toClient(Toxic.resetPeer());
    try (Socket socket = connected()) {
      assertThatThrownBy(() -> said(socket, "hello"))
          .isInstanceOf(SocketException.class)
          .hasMessageContaining("reset");
    }
  }

  @Test
  void slicesArriveOneByOne() throws IOException {
    wire.toClient(Toxic.slicer(2, Duration.ofMillis(50)));
    try (Socket socket = connected()) {
      socket.getOutputStream().write("hello".getBytes(US_ASCII));
      List<Integer> sizes = new ArrayList<>();
      byte[] buffer = new byte[16];
      InputStream in = socket.getInputStream();
      for (int total = 0; total < 5; total += sizes.get(sizes.size() - 1)) {
        sizes.add(in.read(buffer));
      }

      assertThat(sizes).containsExactly(2, 2, 1);
    }
  }

  @Test
  void limitedConnectionEndsInTheMiddle() throws IOException {
    wire.toClient(Toxic.limitData(7));
    try (Socket socket = connected()) {
      assertThat(said(socket, "hello")).isEqualTo("hello");
      assertThat(said(socket, "hello")).isEqualTo("he");
    }
  }

  @Test
  void nobodyGetsThroughWhileItIsDown() throws IOException {
    try (Socket before = connected()) {
      said(before, "hello");

      wire.down();

      assertThat(before.getInputStream().read()).isEqualTo(-1);
    }
    assertThatThrownBy(this::connected).isInstanceOf(ConnectException.class);
  }

  @Test
  void healedWireWorksAtTheSamePort() throws IOException {
    wire.toClient(Toxic.timeout(Duration.ofMinutes(1)));
    try (Socket stalled = connected()) {
      stalled.setSoTimeout((int) WHILE.toMillis());
      assertThatThrownBy(() -> said(stalled, "hello")).isInstanceOf(SocketTimeoutException.class);

      wire.heal();
    }
    try (Socket socket = connected()) {
      assertThat(said(socket, "hello")).isEqualTo("hello");
    }
  }
}
