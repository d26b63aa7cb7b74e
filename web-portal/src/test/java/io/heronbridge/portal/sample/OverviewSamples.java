package io.heronbridge.portal.sample;

import static io.heronbridge.portal.page.SampleEngine.NOW;

import io.heronbridge.integration.history.History;
import io.heronbridge.integration.history.History.Seen;
import io.heronbridge.integration.history.History.Span;
import io.heronbridge.integration.history.Range;
import io.heronbridge.integration.overview.Overview;
import io.heronbridge.integration.overview.Overview.Answers;
import io.heronbridge.integration.overview.Overview.FailedLinks;
import io.heronbridge.integration.overview.Overview.IntegrationState;
import io.heronbridge.integration.overview.Overview.MissedWebhooks;
import io.heronbridge.integration.overview.Overview.NodeState;
import io.heronbridge.integration.overview.Overview.Reason;
import io.heronbridge.integration.overview.Overview.Refused;
import io.heronbridge.integration.overview.Overview.Waiting;
import io.heronbridge.portal.admin.overview.Charts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Days on which much, little or nothing needs a person. */
final class OverviewSamples {
  private static final NodeState WELL = new NodeState("node-a", 0, 0);

  private OverviewSamples() {}

  static Overview busyDay() {
    return new Overview(
        new FailedLinks(
            3,
            List.of(
                new Reason("http_status", List.of(422), 2, "Mend it, then resend."),
                new Reason("timeout", List.of(), 1, "Check the network, then resend."))),
        Map.of("login_required", 4L, "pending_disconnect", 1L),
        1,
        4,
        new MissedWebhooks(2, 7, Optional.of(NOW.minus(Duration.ofHours(5)))),
        3,
        Optional.of(
            new Waiting(
                "create_link",
                Samples.LINK,
                NOW.minus(Duration.ofMinutes(3)),
                Optional.of("the integration is paused"),
                Optional.empty())),
        Optional.of(NOW.minus(Duration.ofMinutes(2))),
        List.of(
            state("Acme production", "production", "paused"),
            state("Acme sandbox", "sandbox", "active")),
        new NodeState("node-a", 2, 45));
  }

  static Overview quietDay() {
    return day(
        Optional.of(NOW.minus(Duration.ofMinutes(2))),
        List.of(state("Acme sandbox", "sandbox", "active")));
  }

  static Overview firstDay() {
    return day(Optional.empty(), List.of());
  }

  private static Overview day(Optional<Instant> linked, List<IntegrationState> integrations) {
    return new Overview(
        new FailedLinks(0, List.of()),
        Map.of(),
        0,
        0,
        new MissedWebhooks(0, 0, Optional.empty()),
        0,
        Optional.empty(),
        linked,
        integrations,
        WELL);
  }

  private static IntegrationState state(String name, String environment, String status) {
    boolean paused = status.equals("paused");
    return new IntegrationState(
        Samples.integration(name, environment, status).id(),
        name,
        environment,
        status,
        paused ? Optional.of("Heron refused the key (401).") : Optional.empty(),
        Optional.empty(),
        paused ? Optional.of(NOW.minus(Duration.ofHours(1))) : Optional.empty(),
        paused ? 12 : 0,
        paused ? 3 : 0,
        paused ? Optional.empty() : Optional.of(NOW.minus(Duration.ofMinutes(2))),
        paused ? new Answers(74, 126) : new Answers(602, 2),
        paused
            ? List.of(new Refused("wrong_body", 120), new Refused("too_old", 6))
            : List.of(new Refused("wrong_signature", 2)));
  }

  /** The last hour, of which nobody saw some minutes. */
  static Charts hour() {
    Instant first = Instant.parse("2026-11-22T09:40:00Z");
    List<Span> spans =
        IntStream.range(0, 60)
            .mapToObj(
                minute ->
                    new Span(
                        first.plus(Duration.ofMinutes(minute)),
                        minute > 20 && minute < 31 ? Optional.empty() : Optional.of(seen(minute))))
            .toList();
    return Charts.of(new History(Range.HOUR, spans));
  }

  /** A busy hour, as it goes up and down. */
  private static Seen seen(int minute) {
    double wave = Math.sin(minute / 9.0);
    return new Seen(
        1,
        Math.round(60 + 30 * wave) + minute * 7 % 11,
        minute % 7 == 0 ? 4 : minute % 3,
        minute % 13 == 0 ? 2 : 0,
        minute == 0 ? Optional.empty() : Optional.of(millis(110 + 20 * wave + minute * 5 % 13)),
        minute == 0 ? Optional.empty() : Optional.of(millis(520 + 160 * wave + minute * 37 % 90)),
        Optional.of(Math.round(24 + 16 * wave) + minute * 5 % 7));
  }

  private static Duration millis(double millis) {
    return Duration.ofMillis(Math.round(millis));
  }
}
