package io.heronbridge.integration.heron;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.integration.heron.HeronAnswer.Answered;
import io.heronbridge.persistence.secret.Secret;
import io.heronbridge.persistence.webhook.Header;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class HttpHeronClientTest {
  private static final HeronTarget TARGET =
      new HeronTarget(
          "https://heron.example/api/integrations/itg_1/links",
          "https://heron.example/hook",
          new Secret("the-stored-key"),
          new HeronTarget.Budget("heron", 0));

  private final Deque<Integer> statuses = new ArrayDeque<>();
  private final HttpHeronClient heron = new HttpHeronClient();

  /** A Heron that answers with the key it was sent. */
  private final class Echo extends Courier {
    @Override
    CompletableFuture<HeronAnswer> send(String method, URI uri, List<Header> headers, byte[] body) {
      return CompletableFuture.completedFuture(
          new Answered(statuses.remove(), "you sent " + headers.get(0).value(), Optional.empty()));
    }
  }

  private static void assertHidden(CompletableFuture<HeronAnswer> answer) {
    assertThat(((Answered) answer.join()).body()).isEqualTo("you sent (hidden)");
  }

  @Test
  void keyIsTakenOutOfBothListsOfLinks() {
    heron.courier = new Echo();
    heron.limits = new HeronLimits();
    statuses.addAll(List.of(200, 404, 200));

    assertHidden(heron.linksOf(TARGET, "u"));
    assertHidden(heron.linksOf(TARGET, "u"));
    assertThat(statuses).isEmpty();
  }

  @Test
  void keyIsTakenOutOfTheAnswerToAuthentication() {
    heron.courier = new Echo();
    statuses.add(200);

    assertHidden(heron.authenticate(TARGET));
  }
}
