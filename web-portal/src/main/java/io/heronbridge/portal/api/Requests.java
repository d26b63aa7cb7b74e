package io.heronbridge.portal.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The bodies of requests as the API document describes them. {@link Fields} reads them; a test
 * holds the two together.
 */
final class Requests {
  private static final String ID = "6f1de2c6-6f0e-4b7c-9f39-0d7c2e6a7a10";

  private static final String SECRET =
      "Absent, it stays as it is; so it does when the hint of an answer is sent back.";

  private Requests() {}

  /** An integration. */
  @Schema(name = "IntegrationRequest")
  record ForIntegration(
      @Schema(examples = "Acme sandbox", maxLength = 200) String name,
      ForPlaid plaid,
      ForHeron heron,
      ForLink link,
      @Schema(examples = "relay", description = "`relay` (default) or `direct`.")
          Optional<String> webhookDelivery,
      @Schema(description = "Whether LINK webhooks are relayed too; they carry live public tokens.")
          Optional<Boolean> relayLinkWebhooks,
      @Schema(description = "Hosts that a link session may send the end user back to.")
          Optional<List<String>> returnHosts) {}

  /** An integration as it is to be; what an answer adds is accepted and ignored. */
  @Schema(name = "IntegrationChangeRequest")
  record ForIntegrationChange(
      @Schema(examples = "Acme sandbox", maxLength = 200) String name,
      ForPlaid plaid,
      ForHeron heron,
      ForLink link,
      Optional<String> webhookDelivery,
      Optional<Boolean> relayLinkWebhooks,
      Optional<List<String>> returnHosts,
      Optional<UUID> id,
      Optional<String> status,
      Optional<String> pausedReason,
      Optional<String> plaidWebhookUrl,
      Optional<String> heronCallbackUrl,
      Optional<Instant> createdAt,
      Optional<Instant> updatedAt) {}

  /** The Plaid side. */
  @Schema(name = "IntegrationRequestPlaid")
  record ForPlaid(
      @Schema(examples = "sandbox", description = "`sandbox` or `production`.") String environment,
      @Schema(description = "Overrides Plaid's host, for tests.") Optional<String> baseUrl,
      @Schema(examples = "5f2c8a9b1c") String clientId,
      @Schema(examples = "the-secret-of-plaid", description = SECRET) Optional<String> secret) {}

  /** The Heron side. */
  @Schema(name = "IntegrationRequestHeron")
  record ForHeron(
      @Schema(examples = "key_of_heron", description = SECRET) Optional<String> apiKey,
      @Schema(examples = "https://app.herondata.io/api/integrations/itg_8Xk2/links") String linkUrl,
      @Schema(examples = "https://app.herondata.io/api/integrations/itg_8Xk2/webhooks")
          String webhookUrl,
      @Schema(description = "Heron's limit; 0 means none. 90 by default.", examples = "90")
          Optional<Integer> requestsPerMinute,
      @Schema(description = SECRET) Optional<String> webhookSecret) {}

  /** What link tokens carry. */
  @Schema(name = "IntegrationRequestLink")
  record ForLink(
      @Schema(examples = "Acme", maxLength = 30) String clientName,
      Optional<List<String>> products,
      Optional<List<String>> countryCodes,
      @Schema(examples = "en") Optional<String> language,
      @Schema(examples = "730") Optional<Integer> daysRequested,
      Optional<String> redirectUri) {}

  /** Where events go, and which. */
  @Schema(name = "IntegrationEventsRequest")
  record ForEvents(
      @Schema(examples = "https://backend.example.com/heron-events", maxLength = 2000) String url,
      @Schema(description = "Some of the four types; absent or empty means all.")
          Optional<List<String>> types) {}

  /** Why an integration is paused. */
  @Schema(name = "PauseRequest")
  record ForPause(
      @Schema(examples = "Heron is being moved.", maxLength = 500) Optional<String> reason) {}

  /** How the lender looks on the connect page. */
  @Schema(name = "BrandRequest")
  record ForBrand(
      @Schema(examples = "#0b6b67", description = "`#rrggbb`; absent or null for the usual one.")
          Optional<String> colour,
      @Schema(description = "A PNG or JPEG of 64 KiB at most, in Base64; absent keeps the logo.")
          Optional<String> logo) {}

  /** One more integration at Heron. */
  @Schema(name = "HeronIntegrationRequest")
  record ForHeronIntegration(
      @Schema(examples = "Acme, mortgages", maxLength = 200) String name,
      @Schema(description = "Whether links go there from now on.") Optional<Boolean> choose) {}

  /** A new end user. */
  @Schema(name = "EndUserRequest")
  record ForEndUser(
      @Schema(examples = "cust_8812", maxLength = 140) String endUserId,
      @Schema(examples = "Ann Smith", maxLength = 128) Optional<String> name) {}

  /** Another name for an end user. */
  @Schema(name = "EndUserChangeRequest")
  record ForEndUserChange(
      @Schema(examples = "Ann Smith", maxLength = 128) Optional<String> name,
      Optional<String> endUserId) {}

  /** A hosted link to make. */
  @Schema(name = "LinkSessionRequest")
  record ForLinkSession(
      @Schema(examples = ID) UUID integrationId,
      @Schema(examples = "cust_8812") String endUserId,
      @Schema(examples = "Ann Smith", maxLength = 128) Optional<String> endUserName,
      @Schema(description = "Its host must be among the integration's `return_hosts`.")
          Optional<String> returnUrl,
      @Schema(description = "Seconds, 60 to 604800; one hour by default.", examples = "3600")
          Optional<Integer> expiresIn) {}

  /** A link token to make. */
  @Schema(name = "LinkTokenRequest")
  record ForLinkToken(
      @Schema(examples = ID) UUID integrationId,
      @Schema(examples = "cust_8812") String endUserId,
      @Schema(examples = "Ann Smith", maxLength = 128) Optional<String> endUserName,
      @Schema(description = "With it the token is for update mode.") Optional<String> itemId,
      @Schema(description = "Lets the end user choose accounts anew, in update mode.")
          Optional<Boolean> accountSelection) {}

  /** What Link handed over. */
  @Schema(name = "ExchangeRequest")
  record ForExchange(
      @Schema(examples = ID) UUID integrationId,
      @Schema(examples = "cust_8812") String endUserId,
      @Schema(examples = "Ann Smith", maxLength = 128) Optional<String> endUserName,
      @Schema(examples = "public-sandbox-b0e2c4ee-a763-4df5-bfe9-46a46bce993d") String publicToken,
      @Schema(description = "What Link's `onSuccess` tells; unknown parts are passed over.")
          Optional<Map<String, Object>> metadata,
      @Schema(description = "Connects a bank that the end user has already.")
          Optional<Boolean> allowDuplicate,
      @Schema(description = "The item whose place the new one takes.")
          Optional<String> replaceItemId) {}

  /** An item that was connected elsewhere. */
  @Schema(name = "ItemRequest")
  record ForItem(
      @Schema(examples = ID) UUID integrationId,
      @Schema(examples = "cust_8812") String endUserId,
      @Schema(examples = "Ann Smith", maxLength = 128) Optional<String> endUserName,
      @Schema(examples = "M5eVJqLnv3tbzdngLDp9FL5OlDNxlNhlE55op") String itemId,
      @Schema(examples = "access-sandbox-de3ce8ef-33f8-452c-a685-8671031fc0f6") String accessToken,
      @Schema(description = "Has Plaid send the item's webhooks where the integration wants them.")
          Optional<Boolean> updateWebhook) {}

  /** Which failed links are to be resent. */
  @Schema(name = "ResendRequest")
  record ForResend(
      @Schema(examples = "failed", description = "Always `failed`.") String status,
      Optional<UUID> integrationId,
      Optional<String> endUserId,
      @Schema(examples = "timeout") Optional<String> errorKind,
      Optional<Instant> failedBefore,
      Optional<UUID> importId,
      Optional<UUID> resendJobId) {}
}
