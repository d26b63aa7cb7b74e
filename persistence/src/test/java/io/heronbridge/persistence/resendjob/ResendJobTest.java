package io.heronbridge.persistence.resendjob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ResendJobTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final UUID ACME = UUID.randomUUID();

  private static ResendJob planned() {
    FailedLinks links =
        new FailedLinks(
            Optional.of(ACME),
            Optional.empty(),
            Optional.of("timeout"),
            Optional.of(NOW),
            Optional.empty(),
            Optional.empty());
    return new ResendJob(links, List.of(ACME), "user:ana", 12, NOW);
  }

  private static ResendJob running() {
    ResendJob job = planned();
    job.start("user:ben", 10, NOW);
    return job;
  }

  @Test
  void keepsWhatWasAskedFor() {
    ResendJob job = planned();

    assertThat(job.about().integration()).contains(ACME);
    assertThat(job.about().errorKind()).contains("timeout");
    assertThat(job.about().failedBefore()).contains(NOW);
    assertThat(job.about().endUserId()).isEmpty();
    assertThat(job.integrations()).containsExactly(ACME);
  }

  @Test
  void startCountsTheLinksThatMatchThenAndNamesWhoStarted() {
    ResendJob job = running();

    assertThat(job.status()).isEqualTo(ResendJobStatus.RUNNING);
    assertThat(job.matched()).isEqualTo(10);
    assertThat(job.requestedBy()).isEqualTo("user:ben");
    assertThat(job.startedAt()).contains(NOW);
  }

  @Test
  void linksThatWereErasedMeanwhileNeedNothing() {
    ResendJob job = running();
    job.count(4, 3, NOW);
    assertThat(job.remaining()).isEqualTo(3);

    job.finish(NOW);

    assertThat(job.resent()).isEqualTo(4);
    assertThat(job.skipped()).isEqualTo(6);
    assertThat(job.remaining()).isZero();
  }

  @Test
  void pausedJobCountsNothingUntilItIsResumed() {
    ResendJob job = running();
    job.pause("it would not go on", NOW);

    assertThat(job.reason()).contains("it would not go on");
    assertThatThrownBy(() -> job.count(1, 0, NOW)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> job.finish(NOW)).isInstanceOf(IllegalStateException.class);

    job.resume(NOW);
    job.count(1, 0, NOW);

    assertThat(job.reason()).isEmpty();
    assertThat(job.resent()).isEqualTo(1);
  }

  @Test
  void whatHasEndedStaysSo() {
    ResendJob job = running();
    job.cancel(NOW);

    assertThatThrownBy(() -> job.resume(NOW)).hasMessageContaining("it is CANCELLED");
    assertThatThrownBy(() -> job.start("user:ana", 1, NOW))
        .isInstanceOf(IllegalStateException.class);
  }
}
