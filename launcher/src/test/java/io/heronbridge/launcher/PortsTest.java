package io.heronbridge.launcher;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void takenPortIsToldInOneSentence(boolean loopbackOnly) throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThatThrownBy(() -> Ports.require(other.getLocalPort(), loopbackOnly))
          .isInstanceOf(CannotStartException.class)
          .hasMessage(
              "Port %d is taken by another program: stop that one,".formatted(other.getLocalPort())
                  + " or choose another port with --port.");
    }
  }

  @Test
  void freePortIsFine() throws Exception {
    int port = Ports.anyFree();

    assertThatCode(() -> Ports.require(port, true)).doesNotThrowAnyException();
  }
}
