package io.heronbridge.benchmarks.product;

import com.google.gson.JsonObject;
import io.heronbridge.benchmarks.lab.Patience;
import io.heronbridge.sandbox.plaid.LinkedItem;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * People who connect a bank, one after the other; the lender's backend repeats each call until it
 * is answered.
 */
final class Customers implements AutoCloseable {
  private static final int PEOPLE = 4;
  private static final int SERVER_ERROR = 500;
  private static final int EXCHANGE_LOST = 422;
  private static final String BANK = "ins_109508";
  private static final Duration BETWEEN = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration STEP = Duration.ofMillis(100);

  private final Scene scene;
  private final BridgeApi api;
  private final Set<String> attempted = ConcurrentHashMap.newKeySet();
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private final CountDownLatch over = new CountDownLatch(1);
  private final ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
  private final List<Future<Void>> visits = new ArrayList<>();

  Customers(Scene scene) {
    this.scene = scene;
    this.api = scene.api();
  }

  void begin() {
    for (int i = 0; i < PEOPLE; i++) {
      visits.add(people.submit(this::connect));
    }
  }

  private Void connect() throws Exception {
    while (!over.await(BETWEEN.toMillis(), TimeUnit.MILLISECONDS)) {
      String endUser = "customer-" + UUID.randomUUID();
      Map<String, Object> who =
          Map.of("integration_id", scene.integrationId(), "end_user_id", endUser);
      String token = answered(() -> api.post("/link-tokens", who)).get("link_token").getAsString();
      LinkedItem linked = scene.sandbox().link().link(token, BANK);
      attempted.add(linked.item().itemId());
      exchange(endUser, linked);
    }
    return null;
  }

  private void exchange(String endUser, LinkedItem linked) throws Exception {
    Map<String, Object> exchange =
        Map.of(
            "integration_id", scene.integrationId(),
            "end_user_id", endUser,
            "public_token", linked.publicToken(),
            "metadata", linked.metadata());
    try {
      answered(() -> api.post("/items/exchange", exchange));
      acknowledged.add(linked.item().itemId());
    } catch (BridgeApi.Refused refused) {
      // Told to be lost, and so not promised.
      if (refused.status() != EXCHANGE_LOST) {
        throw refused;
      }
    }
  }

  private static JsonObject answered(Callable<JsonObject> call) throws Exception {
    AtomicReference<JsonObject> answer = new AtomicReference<>();
    AtomicReference<IOException> last = new AtomicReference<>();
    boolean inTime = Patience.until(PATIENCE, STEP, () -> isAnswered(call, answer, last));
    if (!inTime) {
      throw last.get();
    }
    return answer.get();
  }

  private static boolean isAnswered(
      Callable<JsonObject> call,
      AtomicReference<JsonObject> answer,
      AtomicReference<IOException> last)
      throws Exception {
    try {
      answer.set(call.call());
      return true;
    } catch (BridgeApi.Refused refused) {
      if (refused.status() < SERVER_ERROR) {
        throw refused;
      }
      last.set(refused);
    } catch (IOException unanswered) {
      last.set(unanswered);
    }
    return false;
  }

  /** Lets them go on for a while. */
  void goOnFor(Duration time) throws InterruptedException {
    over.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Nobody begins anew; returns when all that was begun has ended. Fails when one was refused. */
  void stop() throws Exception {
    over.countDown();
    for (Future<Void> visit : visits) {
      visit.get();
    }
  }

  /** Items that somebody has tried to hand over. */
  Set<String> attempted() {
    return Set.copyOf(attempted);
  }

  /** Items that the bridge has said it has. */
  Set<String> acknowledged() {
    return Set.copyOf(acknowledged);
  }

  @Override
  public void close() {
    over.countDown();
    people.shutdownNow();
  }
}
