package io.heronbridge.portal.admin.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.heronbridge.integration.relay.WebhookFilter;
import io.heronbridge.portal.page.Visit;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A filter over webhooks as it stands in an address. */
public record WebhookQuery(WebhookFilter filter) {
  private static final String LIST = "/admin/webhooks";

  static WebhookQuery of(Visit visit) {
    return new WebhookQuery(
        new WebhookFilter(visit.text("item_id"), visit.text("status"), visit.id("integration_id")));
  }

  /** Whether it leaves anything out. */
  public boolean isNarrow() {
    return !fields().isEmpty();
  }

  private Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    filter.itemId().ifPresent(value -> fields.put("item_id", value));
    filter.status().ifPresent(value -> fields.put("status", value));
    filter.integrationId().ifPresent(value -> fields.put("integration_id", value.toString()));
    return fields;
  }

  /** The list with this filter. */
  public String address() {
    return with(fields());
  }

  /** The page of the list that a cursor names. */
  public String page(String cursor) {
    Map<String, String> fields = fields();
    fields.put("cursor", cursor);
    return with(fields);
  }

  private static String with(Map<String, String> fields) {
    String query =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? LIST : LIST + "?" + query;
  }
}
