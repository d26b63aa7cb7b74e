package io.heronbridge.it.chaos;

import io.heronbridge.sandbox.Sandbox;
import io.heronbridge.sandbox.http.Delivery;
import io.heronbridge.sandbox.record.RecordedRequest;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** What the sandbox has seen, gathered again and again before its own memory is full. */
final class Sightings {
  private static final String LINKS = "/links$";

  private final Sandbox sandbox;
  private final Map<Long, RecordedRequest> posts = new TreeMap<>();
  private final Map<Long, Delivery> deliveries = new TreeMap<>();

  Sightings(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  /** What is new, and how that ended which had not ended yet. */
  void gather() {
    sandbox.requests().matching("heron", LINKS).stream()
        .filter(request -> request.method().equals("POST"))
        .forEach(request -> posts.put(request.id(), request));
    sandbox
        .plaid()
        .webhooks()
        .deliveries()
        .forEach(delivery -> deliveries.put(delivery.id(), delivery));
  }

  /** Links that Heron was asked to make. */
  Collection<RecordedRequest> posts() {
    return posts.values();
  }

  /** Plaid's webhooks; each knows by itself how far it has come. */
  Collection<Delivery> deliveries() {
    return deliveries.values();
  }
}
