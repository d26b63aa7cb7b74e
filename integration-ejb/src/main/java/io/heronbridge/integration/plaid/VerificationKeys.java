package io.heronbridge.integration.plaid;

import io.heronbridge.integration.plaid.PlaidClient.VerificationKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Plaid's webhook keys, remembered for a day. Key ids come from strangers, so an unknown one is
 * remembered too, one fetch serves all who wait for it, and fetches are rationed.
 */
public class VerificationKeys {
  private static final Duration KNOWN_FOR = Duration.ofHours(24);
  private static final Duration UNKNOWN_FOR = Duration.ofMinutes(5);
  private static final int MAX_USABLE = 1000;
  private static final int MAX_REFUSED = 1000;
  private static final int FETCHES_A_MINUTE = 60;

  private final PlaidClient plaid;
  private final Clock clock;
  private final Map<String, CompletableFuture<Found>> underWay = new ConcurrentHashMap<>();
  private final Map<String, Remembered> usable = bounded(MAX_USABLE);

  /** Apart from the usable ones, so that strangers' key ids cannot push those out. */
  private final Map<String, Remembered> refused = bounded(MAX_REFUSED);

  private Instant minute = Instant.EPOCH;
  private int fetchesInMinute;

  public VerificationKeys(PlaidClient plaid, Clock clock) {
    this.plaid = plaid;
    this.clock = clock;
  }

  /** What is known of a key. */
  sealed interface Found {
    record Usable(SigningKey key) implements Found {}

    record Expired() implements Found {}

    record Unknown() implements Found {}

    /** Plaid could not be asked; ask again. */
    record Unavailable() implements Found {}
  }

  private record Remembered(Found found, Instant until) {}

  Found find(PlaidTarget target, String keyId) {
    String name = target.url() + " " + keyId;
    Optional<Found> known = recall(name);
    if (known.isPresent()) {
      return known.get();
    }
    CompletableFuture<Found> mine = new CompletableFuture<>();
    CompletableFuture<Found> others = underWay.putIfAbsent(name, mine);
    if (others != null) {
      return await(others);
    }
    try {
      Found fetched = fetch(target, keyId);
      remember(name, fetched);
      Found found = fetched instanceof Found.Unavailable ? stale(name).orElse(fetched) : fetched;
      mine.complete(found);
      return found;
    } finally {
      mine.complete(new Found.Unavailable());
      underWay.remove(name, mine);
    }
  }

  private static Found await(CompletableFuture<Found> others) {
    try {
      return others.join();
    } catch (CompletionException e) {
      return new Found.Unavailable();
    }
  }

  private Found fetch(PlaidTarget target, String keyId) {
    if (!takeRation()) {
      return new Found.Unavailable();
    }
    try {
      VerificationKey jwk = plaid.verificationKey(target, keyId);
      if (jwk.expired()) {
        return new Found.Expired();
      }
      return SigningKey.of(jwk, keyId).<Found>map(Found.Usable::new).orElseGet(Found.Unknown::new);
    } catch (PlaidException e) {
      boolean unknown =
          e.kind() == PlaidException.Kind.REFUSED || e.kind() == PlaidException.Kind.NOT_FOUND;
      return unknown ? new Found.Unknown() : new Found.Unavailable();
    }
  }

  private synchronized Optional<Found> recall(String name) {
    Optional<Remembered> known = remembered(name);
    return known.filter(key -> key.until().isAfter(clock.instant())).map(Remembered::found);
  }

  private Optional<Remembered> remembered(String name) {
    Remembered key = usable.get(name);
    return Optional.ofNullable(key == null ? refused.get(name) : key);
  }

  private synchronized void remember(String name, Found found) {
    if (found instanceof Found.Unavailable) {
      return;
    }
    usable.remove(name);
    refused.remove(name);
    if (found instanceof Found.Usable) {
      usable.put(name, new Remembered(found, clock.instant().plus(KNOWN_FOR)));
    } else {
      refused.put(name, new Remembered(found, clock.instant().plus(UNKNOWN_FOR)));
    }
  }

  /** While Plaid cannot be asked, a key it vouched for not long ago is better than no webhooks. */
  private synchronized Optional<Found> stale(String name) {
    return Optional.ofNullable(usable.get(name))
        .filter(key -> key.until().plus(KNOWN_FOR).isAfter(clock.instant()))
        .map(Remembered::found);
  }

  private synchronized boolean takeRation() {
    Instant now = clock.instant();
    if (Duration.between(minute, now).compareTo(Duration.ofMinutes(1)) >= 0) {
      minute = now;
      fetchesInMinute = 0;
    }
    return fetchesInMinute++ < FETCHES_A_MINUTE;
  }

  private static Map<String, Remembered> bounded(int most) {
    return new LinkedHashMap<>() {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, Remembered> eldest) {
        return size() > most;
      }
    };
  }
}
