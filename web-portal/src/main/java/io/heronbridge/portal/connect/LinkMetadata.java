package io.heronbridge.portal.connect;

import io.heronbridge.persistence.item.Account;
import io.heronbridge.persistence.item.Bank;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/**
 * What Plaid Link told the browser of the bank; nothing in it is relied on for more than a name.
 */
public record LinkMetadata(Bank bank, Optional<String> sessionId) {
  private static final int LONGEST = 200;
  private static final int MOST_ACCOUNTS = 50;

  /** Plaid adds to it freely and promises nothing: what cannot be read is passed over. */
  public static LinkMetadata of(Optional<JsonObject> given) {
    JsonObject metadata = given.orElse(JsonValue.EMPTY_JSON_OBJECT);
    JsonObject institution = object(metadata, "institution");
    Bank bank =
        new Bank(
            text(institution, "institution_id").orElse(null),
            text(institution, "name").orElse(null),
            accounts(metadata));
    return new LinkMetadata(bank, text(metadata, "link_session_id"));
  }

  /** The metadata in a request's body. */
  static LinkMetadata in(JsonObject body) {
    return of(Optional.of(object(body, "metadata")));
  }

  private static List<Account> accounts(JsonObject metadata) {
    JsonValue accounts = metadata.get("accounts");
    if (!(accounts instanceof JsonArray array)) {
      return List.of();
    }
    return array.stream()
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast)
        .limit(MOST_ACCOUNTS)
        .map(
            account ->
                new Account(text(account, "name").orElse(""), text(account, "mask").orElse("")))
        .toList();
  }

  private static JsonObject object(JsonObject parent, String name) {
    return parent.get(name) instanceof JsonObject found ? found : JsonValue.EMPTY_JSON_OBJECT;
  }

  private static Optional<String> text(JsonObject parent, String name) {
    return ForeignText.in(parent, name, LONGEST);
  }
}
