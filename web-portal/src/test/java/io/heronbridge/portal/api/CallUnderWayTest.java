package io.heronbridge.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.integration.repetition.Beginning.Begun;
import io.heronbridge.integration.repetition.RepetitionDesk;
import jakarta.ejb.EJBException;
import java.io.ByteArrayInputStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CallUnderWayTest {
  private static final KeptAnswer CREATED = new KeptAnswer(201, Map.of(), "{}");
  private static final List<Duration> NO_WAITS = Collections.nCopies(3, Duration.ZERO);

  private final FakeDesk desk = new FakeDesk();
  private final CallUnderWay call =
      new CallUnderWay(
          desk,
          new Begun(new byte[32], UUID.randomUUID()),
          new FingerprintedBody(null, new ByteArrayInputStream(new byte[0]), 0),
          NO_WAITS);

  /** A desk that fails as it is told to, and then does its work. */
  private static final class FakeDesk extends RepetitionDesk {
    private final Deque<RuntimeException> failures = new ArrayDeque<>();
    private int tries;
    private int kept;
    private int givenBack;

    @Override
    public void keep(Begun begun, byte[] fingerprint, byte[] answer) {
      failOnce();
      kept++;
    }

    @Override
    public void giveBack(Begun begun) {
      failOnce();
      givenBack++;
    }

    private void failOnce() {
      tries++;
      if (!failures.isEmpty()) {
        throw failures.pop();
      }
    }
  }

  private void databaseIsAwayFor(int tries) {
    for (int i = 0; i < tries; i++) {
      desk.failures.push(new EJBException(new SQLException("terminating connection", "57P01")));
    }
  }

  @Test
  void answerIsKeptOverAHiccupOfTheDatabase() {
    databaseIsAwayFor(NO_WAITS.size());

    call.settle(CREATED);

    assertThat(desk.kept).isEqualTo(1);
  }

  @Test
  void callIsGivenBackOverAHiccupOfTheDatabase() {
    databaseIsAwayFor(1);

    call.fail();

    assertThat(desk.givenBack).isEqualTo(1);
  }

  @Test
  void outageIsNotWaitedForAndThrowsNothing() {
    databaseIsAwayFor(100);

    call.settle(CREATED);

    assertThat(desk.tries).isEqualTo(NO_WAITS.size() + 1);
  }

  @Test
  void whatWaitingDoesNotMendIsTriedOnce() {
    desk.failures.push(new IllegalStateException("no seal"));

    call.settle(CREATED);

    assertThat(desk.tries).isEqualTo(1);
  }
}
