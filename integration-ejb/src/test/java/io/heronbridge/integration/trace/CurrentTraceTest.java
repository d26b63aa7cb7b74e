package io.heronbridge.integration.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.heronbridge.integration.trace.CurrentTrace.Scope;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CurrentTraceTest {
  private final ExecutorService other = Executors.newSingleThreadExecutor();
  private final TraceContext place = TraceContext.begin(true);

  @AfterEach
  void stop() {
    other.shutdownNow();
  }

  private Optional<TraceContext> seenByTheOther(Supplier<Optional<TraceContext>> question) {
    return CompletableFuture.supplyAsync(question, other).join();
  }

  @Test
  void nothingIsLeftBehindInAThread() {
    TraceContext inner = TraceContext.begin(true);
    CurrentTrace.at(
        place,
        () -> {
          CurrentTrace.at(inner, () -> assertThat(CurrentTrace.get()).contains(inner));
          assertThat(CurrentTrace.get()).contains(place);
        });
    Throwable broken =
        catchThrowable(() -> CurrentTrace.at(place, () -> Objects.requireNonNull(null)));

    assertThat(broken).isInstanceOf(NullPointerException.class);
    assertThat(CurrentTrace.get()).isEmpty();
  }

  @Test
  void carriedWorkIsDoneAtItsPlaceAndTheThreadForgetsIt() {
    Scope scope = CurrentTrace.enter(place);
    Supplier<Optional<TraceContext>> work = CurrentTrace.carry(CurrentTrace::get);
    scope.close();

    assertThat(seenByTheOther(work)).contains(place);
    assertThat(seenByTheOther(CurrentTrace::get)).isEmpty();
  }

  @Test
  void whatDependsOnACallIsDoneAtTheCallersPlace() {
    CompletableFuture<String> call = new CompletableFuture<>();
    CompletableFuture<String> broken = new CompletableFuture<>();
    Scope scope = CurrentTrace.enter(place);
    CompletableFuture<Optional<TraceContext>> next =
        CurrentTrace.handOn(call).thenApply(answer -> CurrentTrace.get());
    CompletableFuture<Optional<TraceContext>> afterFailure =
        CurrentTrace.handOn(broken).handle((answer, thrown) -> CurrentTrace.get());
    scope.close();

    other.execute(() -> call.complete("answer"));
    other.execute(() -> broken.completeExceptionally(new IllegalStateException("none")));

    assertThat(next.join()).contains(place);
    assertThat(afterFailure.join()).contains(place);
    assertThat(seenByTheOther(CurrentTrace::get)).isEmpty();
  }

  @Test
  void lineTellsItsTraceOnlyWithinOne() {
    LogRecord within = new LogRecord(Level.INFO, "webhook accepted id=1");
    LogRecord without = new LogRecord(Level.INFO, "heron bridge is ready");

    CurrentTrace.at(place, () -> new LogTail().publish(within));
    new LogTail().publish(without);

    assertThat(within.getMessage())
        .isEqualTo("webhook accepted id=1 trace=%s span=%s", place.traceId(), place.spanId());
    assertThat(without.getMessage()).isEqualTo("heron bridge is ready");
  }
}
