package io.heronbridge.integration.lenderevent;

import static io.heronbridge.persistence.json.JsonLibrary.JSON;

import io.heronbridge.integration.words.Words;
import io.heronbridge.persistence.integrationlink.IntegrationLink;
import io.heronbridge.persistence.item.Bank;
import io.heronbridge.persistence.item.Item;
import io.heronbridge.persistence.lenderevent.LenderEventType;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** The JSON of an event: what has happened, when, and to what. Ids and words, never a secret. */
final class EventBody {
  private EventBody() {}

  static String ofItem(LenderEventType type, Item item, String reason, Instant now) {
    return whole(type, item(item, reason), now);
  }

  static String ofLink(LenderEventType type, IntegrationLink link, String reason, Instant now) {
    JsonObjectBuilder of =
        JSON.createObjectBuilder()
            .add("id", link.id().toString())
            .add("status", Words.of(link.status()));
    return whole(type, item(link.item(), reason).add("integration_link", of), now);
  }

  static String ofTest(UUID integration, Instant now) {
    return whole(
        LenderEventType.TEST,
        JSON.createObjectBuilder().add("integration_id", integration.toString()),
        now);
  }

  private static JsonObjectBuilder item(Item item, String reason) {
    Bank bank = item.bank();
    JsonObjectBuilder institution = JSON.createObjectBuilder();
    put(institution, "institution_id", bank.institutionId().orElse(null));
    put(institution, "name", bank.institutionName().orElse(null));
    JsonObjectBuilder data =
        JSON.createObjectBuilder()
            .add("integration_id", item.integration().id().toString())
            .add("end_user_id", item.endUser().endUserId().value())
            .add("item_id", item.itemId().value())
            .add("item_status", Words.of(item.status()))
            .add("institution", institution);
    put(data, "reason", reason);
    return data;
  }

  private static void put(JsonObjectBuilder object, String name, String value) {
    if (value == null) {
      object.add(name, JsonValue.NULL);
    } else {
      object.add(name, value);
    }
  }

  private static String whole(LenderEventType type, JsonObjectBuilder data, Instant now) {
    return JSON.createObjectBuilder()
        .add("type", type.word())
        .add("timestamp", now.truncatedTo(ChronoUnit.MILLIS).toString())
        .add("data", data)
        .build()
        .toString();
  }
}
