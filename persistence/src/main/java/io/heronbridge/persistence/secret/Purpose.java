package io.heronbridge.persistence.secret;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** What a sealed secret is for. The names are part of every ciphertext: never change one. */
public enum Purpose {
  CANARY("canary"),
  PLAID_SECRET("integration.plaid_secret"),
  HERON_API_KEY("integration.heron_api_key"),
  HERON_WEBHOOK_SECRET("integration.heron_webhook_secret"),
  LENDER_EVENTS_SECRET("integration.events_secret"),
  ACCESS_TOKEN("item.access_token"),
  PUBLIC_TOKEN("public_token_claim.public_token"),
  WEBHOOK_BODY("received_webhook.body"),
  SPOOLED_EXCHANGE("spool.exchange"),
  SPOOLED_WEBHOOK("spool.webhook"),
  IMPORT_CHUNK("item_import_chunk.body"),
  API_ANSWER("api_answer.answer");

  private final String stableName;

  Purpose(String stableName) {
    this.stableName = stableName;
  }

  /** What Tink binds the ciphertext to: this purpose and that row. */
  byte[] boundTo(UUID row) {
    return ("heron-bridge/" + stableName + "/" + row).getBytes(StandardCharsets.UTF_8);
  }
}
