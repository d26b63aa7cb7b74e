package io.heronbridge.portal.admin.integrations;

import io.heronbridge.integration.problem.FieldProblem;
import io.heronbridge.integration.setup.IntegrationDraft;
import io.heronbridge.integration.setup.IntegrationView;
import io.heronbridge.persistence.secret.Secret;
import io.heronbridge.portal.page.Visit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The form that describes an integration: what was typed, and what is wrong with it. Secrets are
 * never among the values.
 */
public final class IntegrationForm {
  private static final List<String> TEXTS =
      List.of(
          "name",
          "plaid.environment",
          "plaid.base_url",
          "plaid.client_id",
          "heron.link_url",
          "heron.webhook_url",
          "heron.requests_per_minute",
          "link.client_name",
          "link.products",
          "link.country_codes",
          "link.language",
          "link.days_requested",
          "link.redirect_uri",
          "webhook_delivery",
          "relay_link_webhooks",
          "return_hosts");

  private final Map<String, String> values = new HashMap<>();
  private final Map<String, String> hints = new HashMap<>();
  private final Map<String, String> problems = new LinkedHashMap<>();

  private IntegrationForm() {}

  /** An empty form, with what most lenders want filled in. */
  public static IntegrationForm fresh() {
    IntegrationForm form = new IntegrationForm();
    form.values.put("plaid.environment", "sandbox");
    form.values.put("heron.requests_per_minute", "90");
    form.values.put("link.products", "transactions");
    form.values.put("link.country_codes", "US");
    form.values.put("link.language", "en");
    form.values.put("link.days_requested", "730");
    form.values.put("webhook_delivery", "relay");
    return form;
  }

  /** The form for a stored integration. */
  public static IntegrationForm of(IntegrationView view) {
    IntegrationForm form = new IntegrationForm();
    form.values.put("name", view.name());
    form.values.put("plaid.environment", view.plaid().environment());
    form.values.put("plaid.base_url", view.plaid().baseUrl().orElse(""));
    form.values.put("plaid.client_id", view.plaid().clientId());
    form.values.put("heron.link_url", view.heron().linkUrl());
    form.values.put("heron.webhook_url", view.heron().webhookUrl());
    form.values.put(
        "heron.requests_per_minute", Integer.toString(view.heron().requestsPerMinute()));
    form.values.put("link.client_name", view.link().clientName());
    form.values.put("link.products", String.join(", ", view.link().products()));
    form.values.put("link.country_codes", String.join(", ", view.link().countryCodes()));
    form.values.put("link.language", view.link().language());
    form.values.put("link.days_requested", Integer.toString(view.link().daysRequested()));
    form.values.put("link.redirect_uri", view.link().redirectUri().orElse(""));
    form.values.put("webhook_delivery", view.webhookDelivery());
    form.values.put("relay_link_webhooks", view.relayLinkWebhooks() ? "yes" : "");
    form.values.put("return_hosts", String.join(", ", view.returnHosts()));
    return form.hinting(view);
  }

  /** What was typed; with the hints of the stored secrets when there is a stored integration. */
  static IntegrationForm typed(Visit visit, Optional<IntegrationView> stored) {
    IntegrationForm form = new IntegrationForm();
    TEXTS.forEach(name -> form.values.put(name, visit.text(name).orElse("")));
    stored.ifPresent(form::hinting);
    return form;
  }

  private IntegrationForm hinting(IntegrationView view) {
    hints.put("plaid.secret", view.plaid().secretHint());
    hints.put("heron.api_key", view.heron().apiKeyHint());
    view.heron().webhookSecretHint().ifPresent(hint -> hints.put("heron.webhook_secret", hint));
    return this;
  }

  /** The draft for the door; what cannot be a number becomes a problem first. */
  IntegrationDraft draft(Visit visit) {
    return new IntegrationDraft(
        value("name"),
        new IntegrationDraft.Plaid(
            value("plaid.environment"),
            said("plaid.base_url"),
            value("plaid.client_id"),
            secret(visit, "plaid.secret")),
        new IntegrationDraft.Heron(
            secret(visit, "heron.api_key"),
            value("heron.link_url"),
            value("heron.webhook_url"),
            number("heron.requests_per_minute"),
            secret(visit, "heron.webhook_secret")),
        new IntegrationDraft.Link(
            value("link.client_name"),
            words("link.products"),
            words("link.country_codes"),
            said("link.language"),
            number("link.days_requested"),
            said("link.redirect_uri")),
        said("webhook_delivery"),
        said("relay_link_webhooks").isPresent(),
        words("return_hosts").orElse(List.of()));
  }

  /** Notes what is wrong with the fields. */
  public void add(List<FieldProblem> found) {
    found.forEach(
        problem -> problems.merge(fieldOf(problem.field()), problem.message(), (a, b) -> a));
  }

  private static String fieldOf(String field) {
    List<String> all = new ArrayList<>(TEXTS);
    all.addAll(List.of("plaid.secret", "heron.api_key", "heron.webhook_secret"));
    return all.stream()
        .filter(
            name ->
                field.equals(name) || field.startsWith(name + "[") || name.endsWith("." + field))
        .findFirst()
        .orElse(field);
  }

  boolean isFine() {
    return problems.isEmpty();
  }

  public String value(String name) {
    return values.getOrDefault(name, "");
  }

  /** What may be shown of a stored secret; empty when none is stored. */
  public Optional<String> hint(String name) {
    return Optional.ofNullable(hints.get(name));
  }

  /** What is wrong with a field; empty when nothing is. */
  public Optional<String> problem(String name) {
    return Optional.ofNullable(problems.get(name)).map(IntegrationForm::sentence);
  }

  /** All problems by field, for the list above the form. */
  public Map<String, String> problems() {
    Map<String, String> all = new LinkedHashMap<>();
    problems.forEach((field, text) -> all.put(field, sentence(text)));
    return all;
  }

  private static String sentence(String text) {
    String full = text.endsWith(".") ? text : text + ".";
    return Character.toUpperCase(full.charAt(0)) + full.substring(1);
  }

  private Optional<String> said(String name) {
    return Optional.of(value(name)).filter(text -> !text.isEmpty());
  }

  private Optional<List<String>> words(String name) {
    return said(name)
        .map(text -> Arrays.stream(text.split("[,\\s]+")).filter(w -> !w.isEmpty()).toList());
  }

  private Optional<Integer> number(String name) {
    try {
      return said(name).map(Integer::valueOf);
    } catch (NumberFormatException e) {
      problems.put(name, "must be a whole number");
      return Optional.empty();
    }
  }

  private static Optional<Secret> secret(Visit visit, String name) {
    return visit.text(name).map(Secret::new);
  }
}
