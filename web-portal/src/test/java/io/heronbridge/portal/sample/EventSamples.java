package io.heronbridge.portal.sample;

import static io.heronbridge.portal.page.SampleEngine.NOW;

import io.heronbridge.integration.lenderevent.EndpointView;
import io.heronbridge.integration.lenderevent.EventFilter;
import io.heronbridge.integration.lenderevent.EventView;
import io.heronbridge.persistence.lenderevent.LenderEventType;
import io.heronbridge.portal.admin.AttemptLine;
import io.heronbridge.portal.admin.Choices;
import io.heronbridge.portal.admin.TypedForm;
import io.heronbridge.portal.admin.events.EventQuery;
import io.heronbridge.portal.admin.events.TypeLine;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Events for the lender's backend, and where they go. */
final class EventSamples {
  private static final String URL = "https://backend.acme.example/heron-events";
  private final SampleSheet sheet;

  EventSamples(SampleSheet sheet) {
    this.sheet = sheet;
  }

  void draw() {
    list("events", List.of(event("pending"), event("delivered"), event("failed")));
    list("events-none", List.of());
    for (String status : List.of("pending", "delivered", "failed", "cancelled")) {
      one(event(status));
    }
    Optional<Instant> none = Optional.empty();
    endpoint("unset", new EndpointView("unset", empty(), types(), empty(), none, empty(), none));
    endpoint("on", known("on", empty(), none, Optional.of(NOW.plus(Duration.ofHours(20)))));
    endpoint("off", known("off", Optional.of("Switched off by a person."), none, none));
    Instant hourAgo = NOW.minus(Duration.ofHours(1));
    endpoint("gone", known("off", Optional.of("It answered 410."), Optional.of(hourAgo), none));
    secret();
  }

  private static Optional<String> empty() {
    return Optional.empty();
  }

  private static List<String> types() {
    return LenderEventType.CHOOSABLE.stream().map(LenderEventType::word).toList();
  }

  private static EndpointView known(
      String status, Optional<String> why, Optional<Instant> gone, Optional<Instant> overlap) {
    return new EndpointView(
        status, Optional.of(URL), types(), why, gone, Optional.of("…4f2a"), overlap);
  }

  private static EventView event(String status) {
    boolean pending = status.equals("pending");
    return new EventView(
        UUID.nameUUIDFromBytes(status.getBytes()),
        "evt_" + UUID.nameUUIDFromBytes(status.getBytes()),
        "link.linked",
        Samples.ACME,
        "Acme production",
        Optional.of(Samples.ITEM),
        status,
        status.equals("delivered") ? Optional.empty() : Optional.of("The backend answered 503."),
        2,
        pending ? Optional.of(NOW.plus(Duration.ofMinutes(2))) : Optional.empty(),
        NOW.minus(Duration.ofHours(2)),
        pending ? Optional.empty() : Optional.of(NOW.minus(Duration.ofHours(1))),
        "{}");
  }

  private void list(String name, List<EventView> events) {
    Map<String, Object> model = new HashMap<>();
    EventFilter filter =
        new EventFilter(empty(), Optional.of("failed"), empty(), Optional.of(Samples.ACME));
    model.put("query", new EventQuery(filter));
    model.put("events", events);
    model.put("types", Arrays.stream(LenderEventType.values()).map(LenderEventType::word).toList());
    model.put("firstPage", Optional.empty());
    model.put("nextPage", Optional.of("/admin/events?cursor=x"));
    model.put("choices", new Choices(Samples.integrations()));
    sheet.framed(name, "events", "admin/events/list", Optional.empty(), model);
  }

  private void one(EventView event) {
    sheet.framed(
        "event-" + event.status(),
        "events",
        "admin/events/detail",
        Optional.empty(),
        Map.of(
            "event",
            event,
            "meaning",
            "The backend answered 503.",
            "payload",
            "{\n  \"type\": \"link.linked\"\n}",
            "attempts",
            AttemptLine.all(Samples.attempts())));
  }

  private void endpoint(String name, EndpointView endpoint) {
    Map<String, Object> model = new HashMap<>();
    model.put("integration", Samples.integrations().get(0));
    model.put("endpoint", endpoint);
    model.put("form", new TypedForm(Map.of("url", endpoint.url().orElse("")), Map.of()));
    model.put("ticked", Set.copyOf(endpoint.types()));
    model.put("types", LenderEventType.CHOOSABLE.stream().map(TypeLine::of).toList());
    sheet.framed(
        "event-endpoint-" + name, "integrations", "admin/events/endpoint", Optional.empty(), model);
  }

  private void secret() {
    sheet.framed(
        "event-secret",
        "integrations",
        "admin/events/secret",
        Optional.empty(),
        Map.of(
            "integration",
            Samples.integrations().get(0),
            "secret",
            "shown-once",
            "lead",
            "Events are switched on.",
            "page",
            "/admin/integration-events/" + Samples.ACME));
  }
}
