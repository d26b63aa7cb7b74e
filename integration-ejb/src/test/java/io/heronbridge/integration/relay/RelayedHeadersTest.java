package io.heronbridge.integration.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.persistence.webhook.Header;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelayedHeadersTest {

  @Test
  void endToEndHeadersPassWithTheirOrderAndSpelling() {
    List<Header> received =
        List.of(
            new Header("Plaid-Verification", "a.b.c"),
            new Header("content-type", "application/json"),
            new Header("X-Twice", "1"),
            new Header("X-Twice", "2"));

    assertThat(RelayedHeaders.endToEnd(received)).isEqualTo(received);
  }

  @Test
  void headersOfTheConnectionStayBehind() {
    List<Header> received =
        List.of(
            new Header("Host", "bridge"),
            new Header("Content-Length", "12"),
            new Header("Connection", "close, X-Private"),
            new Header("X-Private", "1"),
            new Header("Transfer-Encoding", "chunked"),
            new Header("Accept", "*/*"));

    assertThat(RelayedHeaders.endToEnd(received)).containsExactly(new Header("Accept", "*/*"));
  }
}
