package io.heronbridge.sandbox.plaid;

import com.google.gson.JsonObject;
import io.heronbridge.sandbox.http.Json;
import io.heronbridge.sandbox.memory.MemoryJson;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** The link tokens handed out, and which of them are spent. */
public final class LinkTokens {
  private static final int MOST_BAD_LOGINS = 5;
  private final Map<String, LinkToken> tokens = new ConcurrentHashMap<>();
  private final Set<String> spent = ConcurrentHashMap.newKeySet();
  private final Map<String, AtomicInteger> badLogins = new ConcurrentHashMap<>();
  private final Map<String, List<JsonObject>> sessions = new ConcurrentHashMap<>();
  private final Map<String, String> sessionIds = new ConcurrentHashMap<>();
  private final PlaidSettings settings;

  LinkTokens(PlaidSettings settings) {
    this.settings = settings;
  }

  void add(LinkToken token) {
    tokens.put(token.value(), token);
  }

  /** The token as long as Link may be opened with it. */
  public Optional<LinkToken> usable(String value) {
    return find(value)
        .filter(token -> !token.isExpired(Instant.now()))
        .filter(token -> !spent.contains(value));
  }

  Optional<LinkToken> find(String value) {
    return Optional.ofNullable(tokens.get(value));
  }

  public void spend(LinkToken token) {
    if (!settings.linkTokensAreReusable()) {
      spent.add(token.value());
    }
  }

  /** Counts a wrong password; after a few the token is dead. */
  public void countBadLogin(LinkToken token) {
    AtomicInteger count = badLogins.computeIfAbsent(token.value(), key -> new AtomicInteger());
    if (count.incrementAndGet() >= MOST_BAD_LOGINS) {
      spent.add(token.value());
    }
  }

  /** The id of the token's Link session, the same for all its steps. */
  public String sessionId(LinkToken token) {
    return sessionIds.computeIfAbsent(token.value(), key -> UUID.randomUUID().toString());
  }

  /** Makes the token useless at once, as if its time were over. */
  public void expire(String value) {
    spent.add(value);
  }

  void remember(LinkToken token, JsonObject session) {
    sessions.computeIfAbsent(token.value(), key -> new CopyOnWriteArrayList<>()).add(session);
  }

  List<JsonObject> sessions(LinkToken token) {
    return List.copyOf(sessions.getOrDefault(token.value(), List.of()));
  }

  /** The token that a call asks about. */
  LinkToken require(String value) {
    TokenForm.LINK.check(value);
    return find(value).orElseThrow(() -> new PlaidRefusal(PlaidError.invalidLinkToken()));
  }

  /** A link token as it is kept between runs: the item that it updates by its id. */
  private record KeptToken(LinkToken token, Optional<String> updates, boolean spent) {}

  JsonObject remember() {
    List<KeptToken> kept =
        tokens.values().stream()
            .filter(token -> !token.isExpired(Instant.now()))
            .sorted(Comparator.comparing(LinkToken::value))
            .map(
                token ->
                    new KeptToken(
                        token.updating(Optional.empty()),
                        token.updates().map(SandboxItem::itemId),
                        spent.contains(token.value())))
            .toList();
    return Json.object("tokens", MemoryJson.write(kept));
  }

  void recall(JsonObject memory, Function<String, Optional<SandboxItem>> items) {
    for (KeptToken kept : MemoryJson.list(memory, "tokens", KeptToken.class)) {
      add(kept.token().updating(kept.updates().flatMap(items)));
      if (kept.spent()) {
        spent.add(kept.token().value());
      }
    }
  }

  void clear() {
    tokens.clear();
    spent.clear();
    badLogins.clear();
    sessions.clear();
    sessionIds.clear();
  }
}
