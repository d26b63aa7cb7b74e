package io.heronbridge.portal.api;

import io.heronbridge.integration.setup.IntegrationDraft;
import io.heronbridge.persistence.secret.Secret;
import java.util.List;
import java.util.Optional;

/** Reads an integration out of a request. */
final class IntegrationForm {
  private static final int NAME = 200;
  private static final int KEY = 500;
  private static final int URL = 2000;
  private static final int LIST = 60;

  private static final List<String> OURS =
      List.of(
          "id",
          "status",
          "paused_reason",
          "plaid_webhook_url",
          "heron_callback_url",
          "created_at",
          "updated_at");

  private IntegrationForm() {}

  /** What we add to our answers: a client that reads, changes and writes may send it back. */
  static IntegrationDraft readBack(Fields body) {
    OURS.forEach(body::ignored);
    return read(body);
  }

  static IntegrationDraft read(Fields body) {
    IntegrationDraft draft =
        new IntegrationDraft(
            body.text("name", NAME),
            plaid(body.object("plaid")),
            heron(body.object("heron")),
            link(body.object("link")),
            body.optionalText("webhook_delivery", KEY),
            body.flag("relay_link_webhooks"),
            body.texts("return_hosts", LIST).orElse(List.of()));
    body.finish();
    return draft;
  }

  private static IntegrationDraft.Plaid plaid(Fields plaid) {
    return new IntegrationDraft.Plaid(
        plaid.text("environment", KEY),
        plaid.optionalText("base_url", URL),
        plaid.text("client_id", KEY),
        secret(plaid, "secret"));
  }

  private static IntegrationDraft.Heron heron(Fields heron) {
    return new IntegrationDraft.Heron(
        secret(heron, "api_key"),
        heron.text("link_url", URL),
        heron.text("webhook_url", URL),
        heron.number("requests_per_minute"),
        secret(heron, "webhook_secret"));
  }

  private static IntegrationDraft.Link link(Fields link) {
    return new IntegrationDraft.Link(
        link.text("client_name", KEY),
        link.texts("products", LIST),
        link.texts("country_codes", LIST),
        link.optionalText("language", KEY),
        link.number("days_requested"),
        link.optionalText("redirect_uri", URL));
  }

  /**
   * A secret may come back as the hint we sent, by clients that read, change and write: keep it
   * then.
   */
  private static Optional<Secret> secret(Fields fields, String name) {
    return fields.isObject(name)
        ? fields.ignored(name)
        : fields.optionalText(name, KEY).map(Secret::new);
  }
}
