package io.heronbridge.integration.plaid;

import io.heronbridge.persistence.secret.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The calls to Plaid that the bridge makes. Every one blocks, is sent at most once, and throws
 * {@link PlaidException} when Plaid did not answer with success.
 */
public interface PlaidClient {

  /** {@code /link/token/create}. */
  LinkToken createLinkToken(PlaidTarget target, LinkTokenOrder order);

  /** {@code /item/public_token/exchange}: the one call that must not be repeated blindly. */
  ExchangedItem exchange(PlaidTarget target, Secret publicToken);

  /** {@code /item/remove}; an item that is gone already counts as removed. */
  void removeItem(PlaidTarget target, Secret accessToken);

  /**
   * {@code /item/webhook/update}: from now on Plaid sends the item's webhooks there. May be
   * repeated.
   */
  void updateWebhook(PlaidTarget target, Secret accessToken, String url);

  /** {@code /item/get}: the only call whose success tells what is wrong with an item. */
  ItemReading readItem(PlaidTarget target, Secret accessToken);

  /** {@code /webhook_verification_key/get}. */
  VerificationKey verificationKey(PlaidTarget target, String keyId);

  /**
   * What a link token is to carry.
   *
   * @param clientUserId our opaque id of the end user
   * @param webhook where Plaid sends the item's webhooks
   * @param redirectUri empty when OAuth banks open in a pop-up
   * @param update present in update mode; then products and history are not sent
   */
  record LinkTokenOrder(
      String clientName,
      String clientUserId,
      List<String> products,
      List<String> countryCodes,
      String language,
      int daysRequested,
      String webhook,
      Optional<String> redirectUri,
      Optional<Update> update) {

    /**
     * The item to be updated.
     *
     * @param accountSelection whether the end user chooses accounts anew
     */
    public record Update(Secret accessToken, boolean accountSelection) {}
  }

  /** A link token for the browser. */
  record LinkToken(String token, Instant expiration, String requestId) {}

  /** What an exchange brings; nothing else ever tells the access token. */
  record ExchangedItem(String itemId, Secret accessToken, String requestId) {}

  /**
   * A public key of Plaid, as a JSON Web Key.
   *
   * @param expired whether Plaid has withdrawn it
   */
  record VerificationKey(
      String kid,
      String kty,
      String crv,
      String alg,
      String use,
      String x,
      String y,
      boolean expired) {}
}
