package io.heronbridge.sandbox.control;

import io.heronbridge.sandbox.heron.HeronCallbacks;
import io.heronbridge.sandbox.heron.LinkStatus;
import io.heronbridge.sandbox.heron.SandboxIntegrationLink;
import io.heronbridge.sandbox.http.Delivery;
import io.heronbridge.sandbox.plaid.Account;
import io.heronbridge.sandbox.plaid.ItemEvent;
import io.heronbridge.sandbox.plaid.PlaidError;
import io.heronbridge.sandbox.plaid.SandboxItem;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One connection at Plaid and at Heron, with everything that can be made to happen to it. */
final class ItemPage {
  private static final int SHOWN = 20;
  private static final List<String> COLUMNS = List.of("Time", "Sent", "To", "Answers", "State");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM HH:mm:ss").withZone(ZoneId.systemDefault());
  private static final Map<ItemEvent, String> LABELS =
      Map.of(
          ItemEvent.RESET_LOGIN, "Break the login",
          ItemEvent.REPAIR_LOGIN, "Repair the login elsewhere",
          ItemEvent.REVOKE_PERMISSION, "Revoke the permission",
          ItemEvent.REVOKE_ACCOUNT, "Revoke one account",
          ItemEvent.PENDING_DISCONNECT, "Announce a disconnect",
          ItemEvent.PENDING_EXPIRATION, "Announce the end of the consent",
          ItemEvent.NEW_ACCOUNT, "Open a new account");
  private static final List<String> CODES =
      List.of(
          "DEFAULT_UPDATE",
          "INITIAL_UPDATE",
          "HISTORICAL_UPDATE",
          "SYNC_UPDATES_AVAILABLE",
          "TRANSACTIONS_REMOVED",
          "RECURRING_TRANSACTIONS_UPDATE",
          "ERROR",
          "LOGIN_REPAIRED",
          "PENDING_DISCONNECT",
          "PENDING_EXPIRATION",
          "USER_PERMISSION_REVOKED",
          "USER_ACCOUNT_REVOKED",
          "NEW_ACCOUNTS_AVAILABLE",
          "WEBHOOK_UPDATE_ACKNOWLEDGED");
  private final ControlState state;

  ItemPage(ControlState state) {
    this.state = state;
  }

  /** The page, unless neither Plaid nor Heron knows the item. */
  Optional<String> show(String id, String done, String problem) {
    Optional<SandboxItem> item = state.plaid().items().find(id);
    Optional<SandboxIntegrationLink> link = state.heron().links().find(id);
    if (item.isEmpty() && link.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Template.of("item.html")
            .put("id", id)
            .put("bank", item.map(known -> known.institution().name()).orElse("Unknown bank"))
            .putMarkup("notice", Markup.notice(done, problem))
            .putMarkup("plaid", item.map(known -> plaid(id, known)).orElse(nothing("Plaid")))
            .putMarkup("heron", link.map(known -> heron(id, known)).orElse(nothing("Heron")))
            .putMarkup("sent", sent(id))
            .fill());
  }

  private static String nothing(String who) {
    return "<p>" + who + " does not know this item.</p>";
  }

  private String plaid(String id, SandboxItem item) {
    return Template.of("item-plaid.html")
        .put("id", id)
        .putMarkup("facts", facts(item))
        .putMarkup(
            "events",
            Stream.of(ItemEvent.values())
                .map(event -> Markup.button("event", event.word(), LABELS.get(event), false))
                .collect(Collectors.joining()))
        .putMarkup("codes", Markup.options(CODES, ""))
        .fill();
  }

  private static String facts(SandboxItem item) {
    String shared = item.accounts().stream().map(ItemPage::name).collect(Collectors.joining(", "));
    return Markup.fact("State", stateOf(item))
        + Markup.fact("Error", item.error().map(PlaidError::message).orElse("none"))
        + Markup.fact("Consent ends", item.consentEndsAt().map(TIME::format).orElse("never"))
        + Markup.fact("Accounts shared", shared)
        + Markup.fact("Accounts at the bank", item.accountsAtBank().size())
        + Markup.fact("Webhooks go to", item.webhook().orElse("nowhere"));
  }

  private static String name(Account account) {
    return account.kind().word().replace('_', ' ');
  }

  private static String stateOf(SandboxItem item) {
    if (item.isRemoved()) {
      return "removed";
    }
    String healthy = item.isExchanged() ? "active" : "not yet exchanged";
    return item.error().map(PlaidError::code).orElse(healthy);
  }

  private String heron(String id, SandboxIntegrationLink link) {
    List<String> statuses = Stream.of(LinkStatus.values()).map(LinkStatus::word).toList();
    return Template.of("item-heron.html")
        .put("id", id)
        .putMarkup(
            "facts",
            Markup.fact("Status", link.status().word())
                + Markup.fact("Message", link.message().orElse("none"))
                + Markup.fact("End user", link.endUserId())
                + Markup.fact("Last sync", link.lastSync().map(TIME::format).orElse("never")))
        .putMarkup("statuses", Markup.options(statuses, link.status().word()))
        .putMarkup("topics", Markup.options(HeronCallbacks.topics(), ""))
        .put("callback_url", state.heron().settings().callbackUrl().orElse(""))
        .fill();
  }

  private String sent(String id) {
    List<Delivery> about = new ArrayList<>();
    about.addAll(state.plaid().webhooks().deliveries());
    about.addAll(state.heron().callbacks().deliveries());
    String rows =
        about.stream()
            .filter(delivery -> delivery.mentions(id))
            .sorted(Comparator.comparing(Delivery::createdAt).reversed())
            .limit(SHOWN)
            .map(ItemPage::row)
            .collect(Collectors.joining());
    return rows.isEmpty() ? "<tr><td class=\"empty\" colspan=\"5\">Nothing yet.</td></tr>" : rows;
  }

  private static String row(Delivery delivery) {
    String answers =
        delivery.attempts().stream()
            .map(attempt -> attempt.status() == 0 ? attempt.note() : "" + attempt.status())
            .collect(Collectors.joining(", "));
    return Markup.row(
        COLUMNS,
        List.of(
            time(delivery.createdAt()),
            delivery.parcel().label(),
            delivery.parcel().url(),
            answers.isEmpty() ? "none yet" : answers,
            delivery.state().name().toLowerCase(Locale.ROOT).replace('_', ' ')));
  }

  private static String time(Instant instant) {
    return TIME.format(instant);
  }
}
