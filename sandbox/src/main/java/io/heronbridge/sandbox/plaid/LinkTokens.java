package io.heronbridge.sandbox.plaid;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

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

  void clear() {
    tokens.clear();
    spent.clear();
    badLogins.clear();
    sessions.clear();
    sessionIds.clear();
  }
}
