package io.heronbridge.integration.setup;

import io.heronbridge.integration.net.OutboundRule;
import io.heronbridge.integration.problem.FieldProblem;
import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.integration.settings.PublicUrls;
import io.heronbridge.integration.settings.Settings;
import io.heronbridge.persistence.integration.HeronAccount;
import io.heronbridge.persistence.integration.IntegrationDescription;
import io.heronbridge.persistence.integration.LinkSettings;
import io.heronbridge.persistence.integration.PlaidAccount;
import io.heronbridge.persistence.integration.PlaidEnvironment;
import io.heronbridge.persistence.integration.WebhookDelivery;
import io.heronbridge.persistence.secret.Secret;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds everything that is wrong with a draft before anything is stored. */
@Dependent
class DraftCheck {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_KEY = 500;
  private static final int LONGEST_URL = 2000;
  private static final int MOST_SECRETS = 10;
  private static final int SHORTEST_LISTED = 8;
  private static final int DEFAULT_PACE = 90;
  private static final int HIGHEST_PACE = 100_000;
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?");

  @Inject Settings settings;
  @Inject PublicUrls urls;

  /** What is wrong so far. */
  private static final class Findings {
    private final List<FieldProblem> problems = new ArrayList<>();

    void unless(boolean right, String field, String message) {
      if (!right) {
        problems.add(new FieldProblem(field, message));
      }
    }
  }

  /**
   * @param isNew whether secrets must be given, since there are none to keep
   * @throws InvalidInputException naming every field that cannot be accepted
   */
  void requireUsable(IntegrationDraft draft, boolean isNew) {
    Findings findings = new Findings();
    findings.unless(isText(draft.name(), LONGEST_NAME), "name", "must be 1 to 200 characters");
    checkPlaid(draft.plaid(), isNew, findings);
    checkHeron(draft.heron(), isNew, findings);
    LinkRules.check(draft.link(), findings::unless);
    String delivery = draft.webhookDelivery().orElse("relay");
    findings.unless(
        delivery.equals("relay") || delivery.equals("direct"),
        "webhook_delivery",
        "must be relay or direct");
    for (String host : draft.returnHosts()) {
      findings.unless(
          HOST.matcher(host).matches(),
          "return_hosts",
          "must be host names, with a port when it is not the usual one");
    }
    if (!findings.problems.isEmpty()) {
      throw new InvalidInputException(findings.problems);
    }
  }

  private void checkPlaid(IntegrationDraft.Plaid plaid, boolean isNew, Findings findings) {
    findings.unless(
        environment(plaid.environment()).isPresent(),
        "plaid.environment",
        "must be sandbox or production");
    findings.unless(
        isText(plaid.clientId(), LONGEST_KEY), "plaid.client_id", "must be 1 to 500 characters");
    findings.unless(!isNew || plaid.secret().isPresent(), "plaid.secret", "is missing");
    plaid.baseUrl().ifPresent(url -> checkUrl(url, "plaid.base_url", findings));
  }

  private void checkHeron(IntegrationDraft.Heron heron, boolean isNew, Findings findings) {
    findings.unless(!isNew || heron.apiKey().isPresent(), "heron.api_key", "is missing");
    checkUrl(heron.linkUrl(), "heron.link_url", findings);
    checkUrl(heron.webhookUrl(), "heron.webhook_url", findings);
    boolean loop = heron.webhookUrl() != null && urls.isOurDoor(heron.webhookUrl());
    findings.unless(
        !loop,
        "heron.webhook_url",
        "is an address of this bridge: webhooks would go round in a loop");
    heron.webhookSecret().ifPresent(secret -> checkWebhookSecrets(secret.listed(), findings));
    int pace = heron.requestsPerMinute().orElse(DEFAULT_PACE);
    findings.unless(
        pace >= 0 && pace <= HIGHEST_PACE, "heron.requests_per_minute", "must be 0 to 100000");
  }

  /** A part so short is rather a word of a phrase that was meant as one secret. */
  private static void checkWebhookSecrets(List<Secret> listed, Findings findings) {
    findings.unless(
        !listed.isEmpty() && listed.size() <= MOST_SECRETS,
        "heron.webhook_secret",
        "must be one secret, or up to 10 separated by spaces or commas");
    boolean hasShort = listed.stream().anyMatch(part -> part.isShorterThan(SHORTEST_LISTED));
    findings.unless(
        listed.size() == 1 || !hasShort,
        "heron.webhook_secret",
        "holds spaces or commas, which separate secrets: each of several must have 8 characters");
  }

  private void checkUrl(String url, String field, Findings findings) {
    if (!isText(url, LONGEST_URL)) {
      findings.unless(false, field, "must be a URL of at most 2000 characters");
      return;
    }
    Optional<String> objection =
        new OutboundRule(settings.allowPrivateAddresses()).objection(url.trim());
    objection.ifPresent(text -> findings.unless(false, field, text));
  }

  /** The description in a draft that was found usable. */
  IntegrationDescription description(IntegrationDraft draft) {
    IntegrationDraft.Plaid plaid = draft.plaid();
    IntegrationDraft.Heron heron = draft.heron();
    return new IntegrationDescription(
        draft.name().trim(),
        new PlaidAccount(
            environment(plaid.environment()).orElseThrow(),
            plaid.baseUrl().map(DraftCheck::withoutSlash).orElse(null),
            plaid.clientId().trim()),
        new HeronAccount(
            withoutSlash(heron.linkUrl()),
            heron.webhookUrl().trim(),
            heron.requestsPerMinute().orElse(DEFAULT_PACE)),
        linkSettings(draft.link()),
        WebhookDelivery.valueOf(draft.webhookDelivery().orElse("relay").toUpperCase(Locale.ROOT)),
        draft.relayLinkWebhooks(),
        List.copyOf(draft.returnHosts()));
  }

  private static LinkSettings linkSettings(IntegrationDraft.Link link) {
    return new LinkSettings(
            link.clientName().trim(),
            link.products().orElse(LinkRules.DEFAULT_PRODUCTS),
            link.countryCodes().orElse(LinkRules.DEFAULT_COUNTRIES),
            link.language().orElse(LinkRules.DEFAULT_LANGUAGE))
        .withHistoryAndRedirect(
            link.daysRequested().orElse(LinkRules.DEFAULT_DAYS),
            link.redirectUri().map(String::trim).filter(uri -> !uri.isEmpty()).orElse(null));
  }

  private static String withoutSlash(String url) {
    String trimmed = url.trim();
    return trimmed.endsWith("/") ? trimmed.substring(0, trimmed.length() - 1) : trimmed;
  }

  private static Optional<PlaidEnvironment> environment(String word) {
    return switch (word == null ? "" : word) {
      case "sandbox" -> Optional.of(PlaidEnvironment.SANDBOX);
      case "production" -> Optional.of(PlaidEnvironment.PRODUCTION);
      default -> Optional.empty();
    };
  }

  private static boolean isText(String text, int longest) {
    return text != null && !text.isBlank() && text.length() <= longest;
  }
}
