package io.heronbridge.sandbox.plaid;

import com.google.gson.JsonObject;
import io.heronbridge.sandbox.http.Json;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** One account of an item. */
public record Account(String id, Kind kind) {

  /** The accounts that a sample login can have; the first two are there from the start. */
  public enum Kind {
    CHECKING("Plaid Checking", "Plaid Gold Standard 0% Interest Checking", "0000", 110.0),
    SAVINGS("Plaid Saving", "Plaid Silver Standard 0.1% Interest Saving", "1111", 210.0),
    CD("Plaid CD", "Plaid Bronze Standard 0.2% Interest CD", "2222", 1000.0),
    MONEY_MARKET(
        "Plaid Money Market", "Plaid Platinum Standard 1.85% Money Market", "4444", 43200.0);

    private static final List<Kind> USUAL = List.of(CHECKING, SAVINGS);

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

    /** What a login has before anybody opens a further account. */
    public static List<Kind> usual() {
      return USUAL;
    }

    /** The kinds of these words; a word that names none is refused. */
    public static List<Kind> of(List<String> words) {
      return words.stream().map(Kind::of).toList();
    }

    private static Kind of(String word) {
      return Stream.of(values())
          .filter(kind -> kind.word().equals(word))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no such account: " + word));
    }

    /** The word for it in Link's dialog. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    private String subtype() {
      return word().replace('_', ' ');
    }

    /** What Link shows before the account exists. */
    public JsonObject offer() {
      return Json.object(
          "key", word(), "name", label, "mask", mask, "type", "depository", "subtype", subtype());
    }
  }

  static List<Account> of(List<Kind> kinds) {
    return kinds.stream().map(Account::of).toList();
  }

  static Account of(Kind kind) {
    return new Account(Ids.opaque(37), kind);
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
        kind.subtype(),
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
        kind.subtype(),
        "type",
        "depository");
  }
}
