package io.heronbridge.portal.admin.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.integration.overview.Overview;
import io.heronbridge.integration.overview.Overview.Answers;
import io.heronbridge.integration.overview.Overview.FailedLinks;
import io.heronbridge.integration.overview.Overview.IntegrationState;
import io.heronbridge.integration.overview.Overview.MissedWebhooks;
import io.heronbridge.integration.overview.Overview.NodeState;
import io.heronbridge.integration.overview.Overview.Refused;
import io.heronbridge.integration.overview.Overview.Waiting;
import io.heronbridge.portal.page.TimeWords;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FigureTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:40:30Z");
  private static final UUID SUBJECT = UUID.randomUUID();

  private static Map<String, Figure> figures(Optional<Waiting> oldest, Refused... refused) {
    IntegrationState acme =
        new IntegrationState(
            UUID.randomUUID(),
            "Acme",
            "sandbox",
            "active",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            12,
            0,
            Optional.empty(),
            new Answers(990, 10),
            List.of(refused));
    Overview overview =
        new Overview(
            new FailedLinks(0, List.of()),
            Map.of(),
            0,
            0,
            new MissedWebhooks(0, 4, Optional.of(NOW.minus(Duration.ofMinutes(20)))),
            0,
            oldest,
            Optional.empty(),
            List.of(acme, acme),
            new NodeState("node-a", 0, 0));
    return Figure.of(overview, new TimeWords(NOW)).stream()
        .collect(Collectors.toMap(Figure::key, Function.identity()));
  }

  private static Figure oldest(
      String kind, Optional<String> waitsFor, Optional<Instant> nextAttempt) {
    Instant since = NOW.minus(Duration.ofMinutes(3));
    return figures(Optional.of(new Waiting(kind, SUBJECT, since, waitsFor, nextAttempt)))
        .get("oldest");
  }

  @Test
  void oldestMessageTellsWhatItWaitsFor() {
    Figure held = oldest("create_link", Optional.of("the integration is paused"), Optional.empty());
    Figure retried =
        oldest("relay_webhook", Optional.empty(), Optional.of(NOW.plus(Duration.ofMinutes(4))));
    Figure due = oldest("move_webhook", Optional.empty(), Optional.empty());

    assertThat(held.number()).isEqualTo("3 min");
    assertThat(held.note()).isEqualTo("A link. Waits: the integration is paused.");
    assertThat(held.address()).isEqualTo("/admin/links/" + SUBJECT);
    assertThat(retried.note()).isEqualTo("A webhook. Next try in 4 min.");
    assertThat(retried.address()).isEqualTo("/admin/webhooks/" + SUBJECT);
    assertThat(due.note()).isEqualTo("A webhook move, on its way.");
    assertThat(due.address()).isEqualTo("/admin/outbox");
  }

  @Test
  void emptyOutboxIsToldInWords() {
    assertThat(figures(Optional.empty()).get("oldest").note())
        .isEqualTo("Everything has been sent.");
  }

  @Test
  void refusedOnesOfAllIntegrationsAreAddedUpByReason() {
    Figure refused =
        figures(Optional.empty(), new Refused("too_old", 1), new Refused("wrong_body", 600))
            .get("refused");

    assertThat(refused.number()).isEqualTo("1,202");
    assertThat(refused.note()).isEqualTo("1,200 wrong body, 2 too old.");
    assertThat(refused.address()).isEqualTo("/admin/webhooks#refused");
  }

  @Test
  void lateWebhooksTellTheAgeOfTheFirst() {
    assertThat(figures(Optional.empty()).get("late").note())
        .isEqualTo("Heron pulls their data. Oldest 20 min.");
  }
}
