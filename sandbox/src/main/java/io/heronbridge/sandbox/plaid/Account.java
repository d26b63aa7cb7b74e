package io.heronbridge.sandbox.plaid;

import com.google.gson.JsonObject;
import io.heronbridge.sandbox.http.Json;
import java.util.List;
import java.util.Locale;

/** One account of an item. */
public record Account(String id, Kind kind) {

  /** The accounts that every sample login has. */
  public enum Kind {
    CHECKING("Plaid Checking", "Plaid Gold Standard 0% Interest Checking", "0000", 110.0),
    SAVINGS("Plaid Saving", "Plaid Silver Standard 0.1% Interest Saving", "1111", 210.0);

    private final String label;
    private final String officialName;
    private final String mask;
    private final double balance;

    Kind(String label, String officialName, String mask, double balance) {
      this.label = label;
      this.officialName = officialName;
      this.mask = mask;
      this.balance = balance;
    }

    /** The word for it in Link's dialog and in subtypes. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** What Link shows before the account exists. */
    public JsonObject offer() {
      return Json.object(
          "key", word(), "name", label, "mask", mask, "type", "depository", "subtype", word());
    }
  }

  static List<Account> of(List<Kind> kinds) {
    return kinds.stream().map(kind -> new Account(Ids.opaque(37), kind)).toList();
  }

  /** The form in Link's callbacks. */
  public JsonObject forLink() {
    return Json.object(
        "id",
        id,
        "name",
        kind.label,
        "mask",
        kind.mask,
        "type",
        "depository",
        "subtype",
        kind.word(),
        "verification_status",
        null,
        "class_type",
        null);
  }

  /** The form in answers about an item. */
  JsonObject describe() {
    return Json.object(
        "account_id",
        id,
        "balances",
        Json.object(
            "available",
            kind.balance - 10,
            "current",
            kind.balance,
            "iso_currency_code",
            "USD",
            "limit",
            null,
            "unofficial_currency_code",
            null),
        "holder_category",
        "business",
        "mask",
        kind.mask,
        "name",
        kind.label,
        "official_name",
        kind.officialName,
        "subtype",
        kind.word(),
        "type",
        "depository");
  }
}
