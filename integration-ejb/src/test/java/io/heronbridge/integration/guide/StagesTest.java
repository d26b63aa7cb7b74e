package io.heronbridge.integration.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.integration.guide.TestView.Event;
import io.heronbridge.integration.guide.TestView.Stage;
import io.heronbridge.integration.item.LinkView;
import io.heronbridge.integration.link.LinkSessionView;
import io.heronbridge.persistence.webhook.WebhookStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StagesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  private static LinkSessionView session(String state, Optional<Instant> openedAt) {
    return new LinkSessionView(
        UUID.randomUUID(),
        new LinkSessionView.Scope(UUID.randomUUID(), "Acme", "test-connection"),
        state,
        new LinkSessionView.Times(NOW, NOW.plusSeconds(3600), openedAt, Optional.empty()),
        Optional.empty(),
        List.of());
  }

  private static LinkView link(String status, Optional<LinkView.Failure> failure) {
    return new LinkView(
        UUID.randomUUID(),
        "item",
        UUID.randomUUID(),
        "Acme",
        "test-connection",
        Optional.empty(),
        status,
        1,
        Optional.empty(),
        failure,
        new LinkView.Heron(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
        Optional.empty(),
        Optional.of(NOW.plusSeconds(3)).filter(any -> status.equals("linked")),
        NOW.plusSeconds(1),
        new LinkView.Reading(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false));
  }

  private static List<Stage> stages(
      LinkSessionView session,
      Optional<LinkView> link,
      Optional<Findings.Webhook> webhook,
      boolean relayed) {
    return new Stages(
            new Findings(
                session,
                Optional.empty(),
                Optional.empty(),
                link,
                webhook,
                relayed,
                Optional.empty()))
        .all();
  }

  private static Stage stage(List<Stage> stages, Event event) {
    return stages.stream().filter(each -> each.event() == event).findFirst().orElseThrow();
  }

  @Test
  void unopenedLinkIsWaitedForUntilItEnds() {
    Stage fresh =
        stage(
            stages(session("fresh", Optional.empty()), Optional.empty(), Optional.empty(), true),
            Event.OPENED);
    Stage expired =
        stage(
            stages(session("expired", Optional.empty()), Optional.empty(), Optional.empty(), true),
            Event.OPENED);

    assertThat(fresh.progress()).isEqualTo(Progress.WAITING);
    assertThat(expired.progress()).isEqualTo(Progress.FAILED);
    assertThat(expired.advice()).isPresent();
  }

  @Test
  void openLinkWaitsForTheBankAndAnEndedOneNoLonger() {
    Optional<Instant> opened = Optional.of(NOW.plusSeconds(2));

    assertThat(
            stage(
                    stages(session("open", opened), Optional.empty(), Optional.empty(), true),
                    Event.CONNECTED)
                .progress())
        .isEqualTo(Progress.WAITING);
    assertThat(
            stage(
                    stages(session("used_up", opened), Optional.empty(), Optional.empty(), true),
                    Event.CONNECTED)
                .progress())
        .isEqualTo(Progress.FAILED);
  }

  @Test
  void failedLinkSaysWhatToDo() {
    LinkView.Failure failure =
        new LinkView.Failure("rejected", Optional.of(422), "item_id is missing", NOW, "Mend it.");

    Stage linked =
        stage(
            stages(
                session("open", Optional.of(NOW)),
                Optional.of(link("failed", Optional.of(failure))),
                Optional.empty(),
                true),
            Event.LINKED);

    assertThat(linked.progress()).isEqualTo(Progress.FAILED);
    assertThat(linked.said()).contains("item_id is missing");
    assertThat(linked.advice()).contains("Mend it.");
  }

  @Test
  void deliveredWebhookTellsHowLongItTookAndAFailedOneWhereToLook() {
    Optional<LinkView> link = Optional.of(link("linked", Optional.empty()));
    Findings.Webhook delivered =
        new Findings.Webhook(
            WebhookStatus.DELIVERED, Optional.empty(), Optional.of(NOW.plusSeconds(5)));
    Findings.Webhook failed =
        new Findings.Webhook(
            WebhookStatus.FAILED, Optional.of("Heron said 404."), Optional.empty());

    Stage fine =
        stage(
            stages(session("open", Optional.of(NOW)), link, Optional.of(delivered), true),
            Event.RELAYED);
    Stage broken =
        stage(
            stages(session("open", Optional.of(NOW)), link, Optional.of(failed), true),
            Event.RELAYED);

    assertThat(fine.tookMillis()).contains(2000L);
    assertThat(broken.said().orElseThrow()).contains("Heron said 404.");
    assertThat(broken.advice().orElseThrow()).contains("Settings, Integrations, View");
  }

  @Test
  void nobodyWaitsForWebhooksThatDoNotPassUs() {
    assertThat(
            stages(session("fresh", Optional.empty()), Optional.empty(), Optional.empty(), false))
        .extracting(Stage::event)
        .doesNotContain(Event.RELAYED);
  }
}
