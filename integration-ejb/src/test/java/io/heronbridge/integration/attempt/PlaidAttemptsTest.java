package io.heronbridge.integration.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.integration.outbox.Delivery.Call;
import io.heronbridge.integration.plaid.PlaidException.Kind;
import io.heronbridge.integration.plaid.Refusals;
import io.heronbridge.persistence.outbox.AttemptOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlaidAttemptsTest {
  private final PlaidAttempts attempts = new PlaidAttempts();

  @Test
  void callThatReturnsIsDelivered() {
    Call call = attempts.attempt(() -> {}, "Done.", null).call().orElseThrow();

    assertThat(call.outcome()).isEqualTo(AttemptOutcome.DELIVERED);
    assertThat(call.detail()).isEqualTo("Done.");
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void everyAnswerButALimitCounts(Kind kind) {
    Call call = failing(kind);

    assertThat(call.outcome()).isEqualTo(kind.outcome());
    assertThat(call.counts()).isEqualTo(kind != Kind.LIMITED);
  }

  private Call failing(Kind kind) {
    Runnable failing =
        () -> {
          throw Refusals.of(kind, "CODE", "no");
        };
    return attempts.attempt(failing, "Done.", null).call().orElseThrow();
  }
}
