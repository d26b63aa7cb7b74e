package io.heronbridge.integration.heron;

import static io.heronbridge.persistence.json.JsonLibrary.JSON;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.heronbridge.persistence.secret.Secret;
import io.heronbridge.persistence.webhook.Header;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** {@link HeronClient} over HTTP, with Heron's {@code x-api-key} and flat JSON. */
@ApplicationScoped
class HttpHeronClient implements HeronClient {
  private static final List<Header> NO_HEADERS = List.of();

  @Inject Courier courier;
  @Inject HeronLimits limits;

  @Override
  public CompletableFuture<HeronAnswer> createLink(HeronTarget target, NewLink link) {
    JsonObjectBuilder body =
        JSON.createObjectBuilder()
            .add("item_id", link.itemId())
            .add("access_token", link.accessToken().reveal())
            .add("end_user_id", link.endUserId());
    link.endUserName().ifPresent(name -> body.add("end_user_name", name));
    byte[] bytes = body.build().toString().getBytes(UTF_8);
    return send(target, "POST", URI.create(target.linkUrl()), bytes)
        .thenApply(answer -> without(answer, link.accessToken()));
  }

  /** What Heron echoes is shown to people, so the secrets we sent are taken out of it. */
  private static HeronAnswer without(HeronAnswer answer, Secret... secrets) {
    if (!(answer instanceof HeronAnswer.Answered answered)) {
      return answer;
    }
    String body = answered.body();
    for (Secret secret : secrets) {
      body = body.replace(secret.reveal(), "(hidden)");
    }
    return answered.withBody(body);
  }

  /**
   * One call with the key; what Heron echoes of it is taken out, and what it tells of its rate
   * limit is heard.
   */
  private CompletableFuture<HeronAnswer> send(
      HeronTarget target, String method, URI uri, byte[] json) {
    return courier
        .send(method, uri, headers(target, json != null && json.length > 0), json)
        .thenApply(
            answer -> {
              if (answer instanceof HeronAnswer.Answered answered) {
                answered.limits().ifPresent(told -> limits.hear(target.budget(), told));
              }
              return without(answer, target.apiKey());
            });
  }

  @Override
  public CompletableFuture<HeronAnswer> linksOf(HeronTarget target, String endUserId) {
    return linksAnywhere(target, endUserId)
        .thenCompose(
            answer ->
                isUnknownThere(answer)
                    ? oneMore(target, endUserId)
                    : CompletableFuture.completedFuture(answer));
  }

  private CompletableFuture<HeronAnswer> oneMore(HeronTarget target, String endUserId) {
    limits.owe(target.budget());
    return linksInIntegration(target, endUserId);
  }

  /**
   * Heron does not know the end user, or not that address: the integration's own list tells which.
   */
  private static boolean isUnknownThere(HeronAnswer answer) {
    return answer instanceof HeronAnswer.Answered answered && answered.isUnknownThere();
  }

  @Override
  public CompletableFuture<HeronAnswer> refresh(HeronTarget target, String itemId) {
    return send(target, "POST", target.refreshOf(itemId), new byte[0]);
  }

  @Override
  public CompletableFuture<HeronAnswer> linksAnywhere(HeronTarget target, String endUserId) {
    return get(target, target.linksOf(endUserId));
  }

  @Override
  public CompletableFuture<HeronAnswer> linksInIntegration(HeronTarget target, String endUserId) {
    return get(target, target.linksOfInIntegration(endUserId));
  }

  private CompletableFuture<HeronAnswer> get(HeronTarget target, URI place) {
    return send(target, "GET", place, null);
  }

  @Override
  public CompletableFuture<HeronAnswer> disableLinks(HeronTarget target, String endUserId) {
    return send(target, "DELETE", target.linksOfInIntegration(endUserId), null);
  }

  @Override
  public CompletableFuture<HeronAnswer> authenticate(HeronTarget target) {
    return get(target, target.authentication());
  }

  @Override
  public CompletableFuture<HeronAnswer> integrations(HeronTarget target) {
    return get(target, target.integrations()).thenApply(HeronIntegrations::withoutSecrets);
  }

  @Override
  public CompletableFuture<HeronAnswer> createIntegration(
      HeronTarget target, NewIntegration integration) {
    JsonObjectBuilder fields =
        JSON.createObjectBuilder()
            .add("name", integration.name())
            .add("type", "plaid")
            .add("resource", "transaction")
            .add("base_url", integration.plaidUrl())
            .add("client_id", integration.clientId())
            .add("client_secret", integration.secret().reveal());
    byte[] bytes =
        JSON.createObjectBuilder().add("integration", fields).build().toString().getBytes(UTF_8);
    return send(target, "POST", target.integrations(), bytes)
        .thenApply(HeronIntegrations::withoutSecrets)
        .thenApply(answer -> without(answer, integration.secret()));
  }

  @Override
  public CompletableFuture<HeronAnswer> relay(URI webhookUrl, byte[] body, List<Header> headers) {
    return courier.send("POST", webhookUrl, headers == null ? NO_HEADERS : headers, body);
  }

  private static List<Header> headers(HeronTarget target, boolean isJson) {
    List<Header> headers = new ArrayList<>();
    headers.add(new Header("x-api-key", target.apiKey().reveal()));
    headers.add(new Header("Accept", "application/json"));
    if (isJson) {
      headers.add(new Header("Content-Type", "application/json"));
    }
    return headers;
  }
}
