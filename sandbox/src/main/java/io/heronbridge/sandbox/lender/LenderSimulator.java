package io.heronbridge.sandbox.lender;

import com.google.gson.JsonObject;
import io.heronbridge.sandbox.http.Answer;
import io.heronbridge.sandbox.http.Handler;
import io.heronbridge.sandbox.http.Json;
import io.heronbridge.sandbox.http.Request;
import io.heronbridge.sandbox.memory.MemoryJson;
import java.time.Instant;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/** The lender's backend: takes events at {@code /lender/events} that a trusted secret signed. */
public final class LenderSimulator implements Handler {
  /** Where events are taken. */
  public static final String PATH = "/lender/events";

  private static final int REMEMBERED = 1000;
  private final Set<String> trusted = ConcurrentHashMap.newKeySet();
  private final Deque<ReceivedEvent> events = new ConcurrentLinkedDeque<>();

  /** Events signed with this secret are taken from now on. */
  public void trust(String secret) {
    trusted.add(secret);
  }

  /** Everything that came, oldest first, taken or not. */
  public List<ReceivedEvent> events() {
    return List.copyOf(events);
  }

  @Override
  public Answer handle(Request request) {
    if (!PATH.equals(request.path()) || !"POST".equals(request.method())) {
      return Answer.refusal(404, "events are posted to " + PATH);
    }
    Instant now = Instant.now();
    boolean isVerified =
        trusted.stream().anyMatch(secret -> EventSignature.verifies(secret, request, now));
    events.addLast(new ReceivedEvent(now, request, isVerified, EventSignature.of(request).size()));
    if (events.size() > REMEMBERED) {
      events.pollFirst();
    }
    return isVerified ? Answer.empty(204) : Answer.refusal(401, "the signature is not valid");
  }

  /** What came, as the control interface tells it. */
  public List<JsonObject> toJson() {
    return events().stream().map(ReceivedEvent::toJson).toList();
  }

  public void clear() {
    trusted.clear();
    events.clear();
  }

  /** The secrets, for the next run. */
  public JsonObject remember() {
    return Json.object("trusted", trusted);
  }

  /** Takes up where an earlier run ended. */
  public void recall(JsonObject memory) {
    trusted.addAll(MemoryJson.list(memory, "trusted", String.class));
  }
}
