package io.heronbridge.integration.trace;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * The place in a trace at which the present thread works. Whoever enters one leaves it again; work
 * that changes threads takes it along by {@link #carry} or {@link #handOn}.
 */
public final class CurrentTrace {
  private static final ThreadLocal<TraceContext> PLACE = new ThreadLocal<>();

  private CurrentTrace() {}

  /** Ends what was entered, in the thread that entered. */
  public interface Scope {
    void close();
  }

  public static Optional<TraceContext> get() {
    return Optional.ofNullable(PLACE.get());
  }

  /** The thread works there until the scope is closed, and then where it worked before. */
  public static Scope enter(TraceContext place) {
    TraceContext before = PLACE.get();
    put(place);
    return () -> put(before);
  }

  private static void put(TraceContext place) {
    if (place == null) {
      PLACE.remove();
    } else {
      PLACE.set(place);
    }
  }

  /**
   * Does the work there.
   *
   * @param place null for none
   */
  public static void at(TraceContext place, Runnable work) {
    Scope scope = enter(place);
    try {
      work.run();
    } finally {
      scope.close();
    }
  }

  /** The same work, done at the present place by whatever thread. */
  public static <T> Supplier<T> carry(Supplier<T> work) {
    TraceContext place = PLACE.get();
    return () -> {
      Scope scope = enter(place);
      try {
        return work.get();
      } finally {
        scope.close();
      }
    };
  }

  /** The same outcome; what depends on it is done at the present place by whatever thread. */
  public static <T> CompletableFuture<T> handOn(CompletableFuture<T> outcome) {
    TraceContext place = PLACE.get();
    CompletableFuture<T> handedOn = new CompletableFuture<>();
    outcome.whenComplete(
        (value, thrown) ->
            at(
                place,
                () -> {
                  if (thrown == null) {
                    handedOn.complete(value);
                  } else {
                    handedOn.completeExceptionally(thrown);
                  }
                }));
    return handedOn;
  }
}
