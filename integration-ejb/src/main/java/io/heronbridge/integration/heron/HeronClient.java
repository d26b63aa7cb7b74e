package io.heronbridge.integration.heron;

import io.heronbridge.persistence.secret.Secret;
import io.heronbridge.persistence.webhook.Header;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The calls to Heron that the bridge makes. Each is sent once, waits for no thread, and completes
 * with a {@link HeronAnswer}, never exceptionally.
 */
public interface HeronClient {
  /** As many calls may be under way on a node at once. */
  int MOST_CALLS = 256;

  /** {@code POST} to the link URL. */
  CompletableFuture<HeronAnswer> createLink(HeronTarget target, NewLink link);

  /** All links of an end user: the way to find out whether an earlier call took effect. */
  CompletableFuture<HeronAnswer> linksOf(HeronTarget target, String endUserId);

  /** The same with one call, at the address whatever the integration. */
  CompletableFuture<HeronAnswer> linksAnywhere(HeronTarget target, String endUserId);

  /** Those in the integration, with one call: for a Heron that has no other list. */
  CompletableFuture<HeronAnswer> linksInIntegration(HeronTarget target, String endUserId);

  /** Asks Heron to pull an item's data from Plaid now. */
  CompletableFuture<HeronAnswer> refresh(HeronTarget target, String itemId);

  /** Stops the sync of all links that an end user has in the integration. */
  CompletableFuture<HeronAnswer> disableLinks(HeronTarget target, String endUserId);

  /** Tries the API key without effect. */
  CompletableFuture<HeronAnswer> authenticate(HeronTarget target);

  /** The account's integrations, without their secrets. */
  CompletableFuture<HeronAnswer> integrations(HeronTarget target);

  /** Makes an integration of type plaid at Heron; asked twice, Heron makes two. */
  CompletableFuture<HeronAnswer> createIntegration(HeronTarget target, NewIntegration integration);

  /** Posts a webhook's bytes with the headers given and no others of ours; needs no API key. */
  CompletableFuture<HeronAnswer> relay(URI webhookUrl, byte[] body, List<Header> headers);

  /**
   * An integration to be made at Heron.
   *
   * @param plaidUrl the host of Plaid's environment
   */
  record NewIntegration(String name, String plaidUrl, String clientId, Secret secret) {}

  /** One item to be made known to Heron. */
  record NewLink(
      String itemId, Secret accessToken, String endUserId, Optional<String> endUserName) {}
}
