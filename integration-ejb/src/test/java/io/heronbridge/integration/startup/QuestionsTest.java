package io.heronbridge.integration.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heronbridge.persistence.database.DatabaseProbe.Finding;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QuestionsTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(20);

  private final AtomicReference<Finding> probe = new AtomicReference<>(Finding.WRITABLE);
  private final AtomicInteger probes = new AtomicInteger();
  private final AtomicBoolean probeHangs = new AtomicBoolean();
  private final Semaphore probing = new Semaphore(0);
  private final CountDownLatch hanging = new CountDownLatch(1);
  private final Questions questions =
      new Questions(
          Executors.defaultThreadFactory(),
          () -> {
            probes.incrementAndGet();
            if (probeHangs.get()) {
              probing.release();
              hang();
            }
            return probe.get();
          });

  @AfterEach
  void close() {
    hanging.countDown();
    questions.close();
  }

  private String hang() {
    try {
      hanging.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return "late";
  }

  private static String fail(String sqlState) {
    throw new IllegalStateException(new SQLException("no", sqlState));
  }

  @Test
  void answerIsPassedOnWithoutAProbe() throws DatabaseAwayException {
    assertThat(questions.ask(() -> "yes", LONG)).isEqualTo("yes");
    assertThat(probes).hasValue(0);
  }

  @Test
  void silenceIsGivenUpAndNobodyAsksAgainUntilTheDatabaseIsBack() throws DatabaseAwayException {
    AtomicInteger asked = new AtomicInteger();
    probe.set(Finding.SILENT);

    assertThatThrownBy(() -> questions.ask(this::hang, SHORT))
        .isInstanceOf(DatabaseAwayException.class)
        .hasMessageContaining("20 ms");
    assertThatThrownBy(() -> questions.ask(asked::incrementAndGet, LONG))
        .isInstanceOf(DatabaseAwayException.class);
    assertThat(questions.isBack()).isFalse();
    assertThat(asked).hasValue(0);

    probe.set(Finding.WRITABLE);
    assertThat(questions.isBack()).isTrue();
    assertThat(questions.ask(asked::incrementAndGet, LONG)).isEqualTo(1);
  }

  @Test
  void silenceIsOverForWhoeverAsksFirst() {
    probe.set(Finding.SILENT);
    assertThatThrownBy(() -> questions.ask(this::hang, SHORT))
        .isInstanceOf(DatabaseAwayException.class);
    assertThat(questions.isSilent()).isFalse();

    questions.isBack();
    assertThat(questions.isSilent()).isTrue();

    probe.set(Finding.WRITABLE);
    assertThat(questions.isSilent()).isFalse();
    assertThat(questions.isBack()).isTrue();
  }

  @Test
  void nobodyWaitsForTheOneWhoLooks() throws InterruptedException {
    probe.set(Finding.SILENT);
    assertThatThrownBy(() -> questions.ask(this::hang, SHORT))
        .isInstanceOf(DatabaseAwayException.class);
    questions.isBack();
    probeHangs.set(true);
    Thread first = new Thread(questions::isSilent);
    first.start();
    probing.acquire();

    assertThat(questions.isSilent()).isTrue();

    hanging.countDown();
    first.join();
  }

  @Test
  void hangingQuestionsDoNotStopOthersForEver() {
    for (int i = 0; i < 20; i++) {
      assertThatThrownBy(() -> questions.ask(this::hang, SHORT))
          .isInstanceOf(DatabaseAwayException.class);
      assertThat(questions.isBack()).isTrue();
    }
  }

  @Test
  void outageIsRecognised() {
    assertThatThrownBy(() -> questions.ask(() -> fail("57P01"), LONG))
        .isInstanceOf(DatabaseAwayException.class);
    assertThat(probes).hasValue(0);
  }

  @Test
  void standbyTakesNothing() {
    probe.set(Finding.READ_ONLY);

    assertThatThrownBy(() -> questions.ask(() -> fail("25006"), LONG))
        .isInstanceOf(DatabaseAwayException.class);

    assertThat(questions.isBack()).isFalse();
    assertThat(questions.isSilent()).as("what is read can still be read").isFalse();
  }

  @Test
  void failureThatIsNotRecognisedIsAnOutageWhenTheDatabaseIsSilent() {
    probe.set(Finding.SILENT);

    assertThatThrownBy(() -> questions.ask(() -> fail(null), LONG))
        .isInstanceOf(DatabaseAwayException.class);
  }

  @Test
  void failureOfADatabaseThatIsThereIsTheAskers() throws DatabaseAwayException {
    assertThatThrownBy(() -> questions.ask(() -> fail("23505"), LONG))
        .isInstanceOf(IllegalStateException.class);

    assertThat(questions.isBack()).isTrue();
    assertThat(questions.ask(() -> "next", LONG)).isEqualTo("next");
  }

  @Test
  void probeIsSharedByThoseWhoLookAtTheSameTime() {
    questions.probed();
    questions.probed();

    assertThat(probes).hasValue(1);
  }

  @Test
  void outageIsNotHiddenByAProbeFromBeforeIt() {
    assertThat(questions.probed()).isEqualTo(Finding.WRITABLE);
    probe.set(Finding.SILENT);

    assertThatThrownBy(() -> questions.ask(() -> fail("08006"), LONG))
        .isInstanceOf(DatabaseAwayException.class);

    assertThat(questions.probed()).isEqualTo(Finding.SILENT);
  }
}
