package io.heronbridge.sandbox.plaid;

import com.google.gson.JsonObject;
import io.heronbridge.sandbox.http.Json;
import io.heronbridge.sandbox.memory.MemoryJson;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** All items, found by id, by access token, or by the public token that stands for them. */
public final class SandboxItems {
  private final Map<String, SandboxItem> byId = new ConcurrentHashMap<>();
  private final Map<String, SandboxItem> byAccessToken = new ConcurrentHashMap<>();
  private final Map<String, Receipt> byPublicToken = new ConcurrentHashMap<>();
  private final Map<String, Long> order = new ConcurrentHashMap<>();
  private final AtomicLong count = new AtomicLong();
  private final PlaidSettings settings;

  private static final class Receipt {
    private final SandboxItem item;
    private final boolean fromUpdate;
    private Instant issuedAt = Instant.now();
    private boolean exchanged;

    private Receipt(SandboxItem item, boolean fromUpdate) {
      this.item = item;
      this.fromUpdate = fromUpdate;
    }
  }

  SandboxItems(PlaidSettings settings) {
    this.settings = settings;
  }

  void add(SandboxItem item) {
    order.put(item.itemId(), count.incrementAndGet());
    byAccessToken.put(item.accessToken(), item);
    byId.put(item.itemId(), item);
  }

  /** A public token that can be exchanged for the item. */
  String issuePublicToken(SandboxItem item) {
    return issue(new Receipt(item, false));
  }

  /** The token that update mode hands over, which is good for nothing. */
  String issueUpdateToken(SandboxItem item) {
    return issue(new Receipt(item, true));
  }

  private String issue(Receipt receipt) {
    String token = Ids.token("public");
    byPublicToken.put(token, receipt);
    return token;
  }

  /** Spends the public token; the second time depends on the settings. */
  SandboxItem exchange(String publicToken) {
    TokenForm.PUBLIC.check(publicToken);
    Receipt receipt = byPublicToken.get(publicToken);
    if (receipt == null || receipt.fromUpdate) {
      throw refused("could not find matching public token");
    }
    Instant end = receipt.issuedAt.plus(settings.seconds(PlaidSettings.PUBLIC_TOKEN_SECONDS));
    if (!Instant.now().isBefore(end)) {
      throw refused("provided public token is expired");
    }
    synchronized (receipt) {
      if (receipt.exchanged && !settings.repeatsExchange()) {
        throw refused("could not find matching public token");
      }
      receipt.exchanged = true;
    }
    return receipt.item;
  }

  private static PlaidRefusal refused(String message) {
    return new PlaidRefusal(PlaidError.invalidInput("INVALID_PUBLIC_TOKEN", message));
  }

  /** The item that this access token opens. */
  SandboxItem open(String accessToken) {
    TokenForm.ACCESS.check(accessToken);
    SandboxItem item = byAccessToken.get(accessToken);
    if (item == null) {
      throw new PlaidRefusal(
          PlaidError.invalidInput("INVALID_ACCESS_TOKEN", "could not find matching access token"));
    }
    if (item.isRemoved()) {
      throw new PlaidRefusal(
          PlaidError.item("ITEM_NOT_FOUND", "the item is not there; it may have been removed"));
    }
    return item;
  }

  public Optional<SandboxItem> find(String itemId) {
    return Optional.ofNullable(byId.get(itemId));
  }

  public Optional<SandboxItem> findByAccessToken(String accessToken) {
    return Optional.ofNullable(byAccessToken.get(accessToken));
  }

  /** All items, oldest first. */
  public List<SandboxItem> all() {
    return byId.values().stream()
        .sorted(Comparator.comparing(item -> order.getOrDefault(item.itemId(), 0L)))
        .toList();
  }

  /** A public token as it is kept between runs. */
  private record KeptToken(
      String token, String itemId, boolean fromUpdate, Instant issuedAt, boolean exchanged) {}

  JsonObject remember() {
    List<KeptToken> tokens =
        byPublicToken.entrySet().stream()
            .map(entry -> kept(entry.getKey(), entry.getValue()))
            .toList();
    return Json.object("items", MemoryJson.write(all()), "tokens", MemoryJson.write(tokens));
  }

  private static KeptToken kept(String token, Receipt receipt) {
    synchronized (receipt) {
      return new KeptToken(
          token, receipt.item.itemId(), receipt.fromUpdate, receipt.issuedAt, receipt.exchanged);
    }
  }

  void recall(JsonObject memory) {
    MemoryJson.list(memory, "items", SandboxItem.class).forEach(this::add);
    for (KeptToken kept : MemoryJson.list(memory, "tokens", KeptToken.class)) {
      Receipt receipt = new Receipt(byId.get(kept.itemId()), kept.fromUpdate());
      receipt.issuedAt = kept.issuedAt();
      receipt.exchanged = kept.exchanged();
      byPublicToken.put(kept.token(), receipt);
    }
  }

  void clear() {
    byId.clear();
    byAccessToken.clear();
    byPublicToken.clear();
    order.clear();
  }
}
