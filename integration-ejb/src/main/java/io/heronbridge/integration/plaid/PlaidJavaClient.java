package io.heronbridge.integration.plaid;

import com.google.gson.JsonObject;
import com.plaid.client.ApiClient;
import com.plaid.client.model.CountryCode;
import com.plaid.client.model.ItemGetRequest;
import com.plaid.client.model.ItemPublicTokenExchangeRequest;
import com.plaid.client.model.ItemPublicTokenExchangeResponse;
import com.plaid.client.model.ItemRemoveRequest;
import com.plaid.client.model.ItemWebhookUpdateRequest;
import com.plaid.client.model.JWKPublicKey;
import com.plaid.client.model.LinkTokenCreateRequest;
import com.plaid.client.model.LinkTokenCreateRequestUpdate;
import com.plaid.client.model.LinkTokenCreateRequestUser;
import com.plaid.client.model.LinkTokenCreateResponse;
import com.plaid.client.model.LinkTokenTransactions;
import com.plaid.client.model.Products;
import com.plaid.client.model.WebhookVerificationKeyGetRequest;
import com.plaid.client.request.PlaidApi;
import io.heronbridge.integration.net.OutboundRule;
import io.heronbridge.integration.plaid.PlaidException.Kind;
import io.heronbridge.integration.settings.Settings;
import io.heronbridge.integration.trace.Tracer;
import io.heronbridge.persistence.secret.Secret;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/** {@link PlaidClient} through plaid-java, with the settings that make it safe. */
@ApplicationScoped
class PlaidJavaClient implements PlaidClient {
  private static final Duration CONNECT = Duration.ofSeconds(5);

  @Inject Settings settings;
  @Inject Tracer tracer;

  private final Map<String, Apis> apis = new ConcurrentHashMap<>();
  private final Dispatcher dispatcher = new Dispatcher();
  private final ConnectionPool connections = new ConnectionPool();

  @PreDestroy
  void close() {
    dispatcher.executorService().shutdown();
    connections.evictAll();
  }

  @Override
  public LinkToken createLinkToken(PlaidTarget target, LinkTokenOrder order) {
    LinkTokenCreateRequest request =
        new LinkTokenCreateRequest()
            .clientName(order.clientName())
            .language(order.language())
            .countryCodes(order.countryCodes().stream().map(CountryCode::fromValue).toList())
            .user(new LinkTokenCreateRequestUser().clientUserId(order.clientUserId()));
    order.redirectUri().ifPresent(request::redirectUri);
    order
        .update()
        .ifPresentOrElse(update -> describe(request, update), () -> describe(request, order));
    String name = "/link/token/create";
    LinkTokenCreateResponse answer = PlaidCalls.execute(name, api(target).linkTokenCreate(request));
    if (answer.getLinkToken() == null || answer.getExpiration() == null) {
      throw PlaidCalls.unusable(name);
    }
    return new LinkToken(
        answer.getLinkToken(), answer.getExpiration().toInstant(), answer.getRequestId());
  }

  private static void describe(LinkTokenCreateRequest request, LinkTokenOrder.Update update) {
    request.accessToken(update.accessToken().reveal());
    if (update.accountSelection()) {
      // plaid-java would send "user": false, which belongs to another kind of update.
      request.update(new LinkTokenCreateRequestUpdate().accountSelectionEnabled(true).user(null));
    }
  }

  private static void describe(LinkTokenCreateRequest request, LinkTokenOrder order) {
    request
        .products(order.products().stream().map(Products::fromValue).toList())
        .transactions(new LinkTokenTransactions().daysRequested(order.daysRequested()))
        .webhook(order.webhook());
  }

  @Override
  public ExchangedItem exchange(PlaidTarget target, Secret publicToken) {
    String name = "/item/public_token/exchange";
    ItemPublicTokenExchangeResponse answer =
        PlaidCalls.execute(
            name,
            api(target)
                .itemPublicTokenExchange(
                    new ItemPublicTokenExchangeRequest().publicToken(publicToken.reveal())));
    if (isBlank(answer.getItemId()) || isBlank(answer.getAccessToken())) {
      throw PlaidCalls.unusable(name);
    }
    return new ExchangedItem(
        answer.getItemId(), new Secret(answer.getAccessToken()), answer.getRequestId());
  }

  @Override
  public void removeItem(PlaidTarget target, Secret accessToken) {
    try {
      PlaidCalls.execute(
          "/item/remove",
          api(target).itemRemove(new ItemRemoveRequest().accessToken(accessToken.reveal())));
    } catch (PlaidException e) {
      if (!e.hasCode("ITEM_NOT_FOUND") && !e.hasCode("ITEM_CONCURRENTLY_DELETED")) {
        throw e;
      }
    }
  }

  @Override
  public void updateWebhook(PlaidTarget target, Secret accessToken, String url) {
    PlaidCalls.execute(
        "/item/webhook/update",
        apis(target)
            .raw()
            .itemWebhookUpdate(
                new ItemWebhookUpdateRequest().accessToken(accessToken.reveal()).webhook(url)));
  }

  @Override
  public ItemReading readItem(PlaidTarget target, Secret accessToken) {
    String name = "/item/get";
    JsonObject answer =
        PlaidCalls.json(
            name,
            apis(target).raw().itemGet(new ItemGetRequest().accessToken(accessToken.reveal())));
    return ItemReading.in(answer).orElseThrow(() -> PlaidCalls.unusable(name));
  }

  @Override
  public VerificationKey verificationKey(PlaidTarget target, String keyId) {
    String name = "/webhook_verification_key/get";
    JWKPublicKey key =
        PlaidCalls.execute(
                name,
                api(target)
                    .webhookVerificationKeyGet(new WebhookVerificationKeyGetRequest().keyId(keyId)))
            .getKey();
    if (key == null) {
      throw PlaidCalls.unusable(name);
    }
    return new VerificationKey(
        key.getKid(),
        key.getKty(),
        key.getCrv(),
        key.getAlg(),
        key.getUse(),
        key.getX(),
        key.getY(),
        key.getExpiredAt() != null);
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }

  /** plaid-java's own calls, and those whose answers we read ourselves; over one HTTP client. */
  private record Apis(PlaidApi typed, RawPlaidApi raw) {}

  /** One client for each set of keys, built once: plaid-java's own client is not safe to change. */
  private PlaidApi api(PlaidTarget target) {
    return apis(target).typed();
  }

  private Apis apis(PlaidTarget target) {
    String fingerprint = HexFormat.of().formatHex(target.secret().hash());
    return apis.computeIfAbsent(
        target.url() + " " + target.clientId() + " " + fingerprint, key -> build(target));
  }

  private Apis build(PlaidTarget target) {
    OutboundRule rule = new OutboundRule(settings.allowPrivateAddresses());
    // OkHttp asks no resolver about addresses that are written out.
    rule.objection(target.url())
        .ifPresent(
            objection -> {
              throw new PlaidException(
                  Kind.UNREACHABLE, "base_url", null, null, "the address " + objection);
            });
    ApiClient client =
        new ApiClient(Map.of("clientId", target.clientId(), "secret", target.secret().reveal()));
    client.setPlaidAdapter(target.url());
    OkHttpClient.Builder http = client.getOkBuilder();
    http.connectTimeout(CONNECT)
        .readTimeout(settings.attemptTimeout())
        .writeTimeout(settings.attemptTimeout())
        .callTimeout(settings.attemptTimeout())
        // Left on, OkHttp would send an exchange again on a connection that died under it.
        .retryOnConnectionFailure(false)
        .followRedirects(false)
        .followSslRedirects(false)
        .dns(rule::resolve)
        .dispatcher(dispatcher)
        .connectionPool(connections)
        .addInterceptor(new CallSpans(tracer))
        .addNetworkInterceptor(PlaidCalls.marksSending());
    return new Apis(client.createService(PlaidApi.class), client.createService(RawPlaidApi.class));
  }
}
