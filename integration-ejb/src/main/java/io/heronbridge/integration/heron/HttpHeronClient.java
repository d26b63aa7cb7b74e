package io.heronbridge.integration.heron;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.heronbridge.persistence.secret.Secret;
import io.heronbridge.persistence.webhook.Header;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** {@link HeronClient} over HTTP, with Heron's {@code x-api-key} and flat JSON. */
@ApplicationScoped
class HttpHeronClient implements HeronClient {
  private static final List<Header> NO_HEADERS = List.of();

  @Inject Courier courier;

  @Override
  public CompletableFuture<HeronAnswer> createLink(HeronTarget target, NewLink link) {
    JsonObjectBuilder body =
        Json.createObjectBuilder()
            .add("item_id", link.itemId())
            .add("access_token", link.accessToken().reveal())
            .add("end_user_id", link.endUserId());
    link.endUserName().ifPresent(name -> body.add("end_user_name", name));
    byte[] bytes = body.build().toString().getBytes(UTF_8);
    return courier
        .send("POST", URI.create(target.linkUrl()), json(target), bytes)
        .thenApply(answer -> without(answer, link.accessToken(), target.apiKey()));
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
    return new HeronAnswer.Answered(answered.status(), body, answered.retryAfter());
  }

  @Override
  public CompletableFuture<HeronAnswer> linksOf(HeronTarget target, String endUserId) {
    return courier
        .send("GET", target.linksOf(endUserId), withKey(target), null)
        .thenCompose(
            answer ->
                isUnknownThere(answer)
                    ? courier.send(
                        "GET", target.linksOfInIntegration(endUserId), withKey(target), null)
                    : CompletableFuture.completedFuture(answer))
        .thenApply(answer -> without(answer, target.apiKey()));
  }

  /**
   * Heron does not know the end user, or not that address: the integration's own list tells which.
   */
  private static boolean isUnknownThere(HeronAnswer answer) {
    return answer instanceof HeronAnswer.Answered answered && answered.isUnknownThere();
  }

  @Override
  public CompletableFuture<HeronAnswer> refresh(HeronTarget target, String itemId) {
    return courier
        .send("POST", target.refreshOf(itemId), withKey(target), new byte[0])
        .thenApply(answer -> without(answer, target.apiKey()));
  }

  @Override
  public CompletableFuture<HeronAnswer> linksAnywhere(HeronTarget target, String endUserId) {
    return list(target, target.linksOf(endUserId));
  }

  @Override
  public CompletableFuture<HeronAnswer> linksInIntegration(HeronTarget target, String endUserId) {
    return list(target, target.linksOfInIntegration(endUserId));
  }

  private CompletableFuture<HeronAnswer> list(HeronTarget target, URI place) {
    return courier
        .send("GET", place, withKey(target), null)
        .thenApply(answer -> without(answer, target.apiKey()));
  }

  @Override
  public CompletableFuture<HeronAnswer> disableLinks(HeronTarget target, String endUserId) {
    return courier
        .send("DELETE", target.linksOfInIntegration(endUserId), withKey(target), null)
        .thenApply(answer -> without(answer, target.apiKey()));
  }

  @Override
  public CompletableFuture<HeronAnswer> authenticate(HeronTarget target) {
    return courier
        .send("GET", target.authentication(), withKey(target), null)
        .thenApply(answer -> without(answer, target.apiKey()));
  }

  @Override
  public CompletableFuture<HeronAnswer> integrations(HeronTarget target) {
    return courier
        .send("GET", target.integrations(), withKey(target), null)
        .thenApply(HeronIntegrations::withoutSecrets)
        .thenApply(answer -> without(answer, target.apiKey()));
  }

  @Override
  public CompletableFuture<HeronAnswer> createIntegration(
      HeronTarget target, NewIntegration integration) {
    JsonObjectBuilder fields =
        Json.createObjectBuilder()
            .add("name", integration.name())
            .add("type", "plaid")
            .add("resource", "transaction")
            .add("base_url", integration.plaidUrl())
            .add("client_id", integration.clientId())
            .add("client_secret", integration.secret().reveal());
    byte[] bytes =
        Json.createObjectBuilder().add("integration", fields).build().toString().getBytes(UTF_8);
    return courier
        .send("POST", target.integrations(), json(target), bytes)
        .thenApply(HeronIntegrations::withoutSecrets)
        .thenApply(answer -> without(answer, integration.secret(), target.apiKey()));
  }

  @Override
  public CompletableFuture<HeronAnswer> relay(URI webhookUrl, byte[] body, List<Header> headers) {
    return courier.send("POST", webhookUrl, headers == null ? NO_HEADERS : headers, body);
  }

  private static List<Header> withKey(HeronTarget target) {
    return List.of(
        new Header("x-api-key", target.apiKey().reveal()),
        new Header("Accept", "application/json"));
  }

  private static List<Header> json(HeronTarget target) {
    return List.of(
        new Header("x-api-key", target.apiKey().reveal()),
        new Header("Accept", "application/json"),
        new Header("Content-Type", "application/json"));
  }
}
