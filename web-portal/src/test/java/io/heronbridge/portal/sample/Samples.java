package io.heronbridge.portal.sample;

import static io.heronbridge.portal.page.SampleEngine.NOW;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.brand.BrandView;
import io.heronbridge.integration.callback.CallbackView;
import io.heronbridge.integration.item.AttemptView;
import io.heronbridge.integration.item.ItemView;
import io.heronbridge.integration.item.LinkView;
import io.heronbridge.integration.itemimport.ImportView;
import io.heronbridge.integration.link.ConnectSession;
import io.heronbridge.integration.reading.DriftView;
import io.heronbridge.integration.relay.WebhookView;
import io.heronbridge.integration.setup.HeronOffer;
import io.heronbridge.integration.setup.IntegrationView;
import io.heronbridge.persistence.enduser.EndUserId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A lender called Acme on a day when a few things went wrong. */
final class Samples {
  static final UUID ACME = UUID.fromString("5f0b7c1e-2a64-4b1d-9a57-0c1d2e3f4a5b");
  static final UUID ITEM_IMPORT = UUID.fromString("7c9f7a52-93f1-4a0e-8a2e-61b1f6f0c222");
  static final UUID LINK = UUID.fromString("0d9f7a52-93f1-4a0e-8a2e-61b1f6f0c111");
  static final String ITEM = "M5eVJqLnv3tbzdngLDp9FL5OlDNxlNhlE55op";

  private Samples() {}

  static IntegrationView integration(String name, String environment, String status) {
    return new IntegrationView(
        name.equals("Acme production") ? ACME : UUID.nameUUIDFromBytes(name.getBytes()),
        name,
        status,
        status.equals("paused") ? Optional.of("Heron refused the key (401).") : Optional.empty(),
        new IntegrationView.Plaid(environment, Optional.empty(), "5f2c8a9b1c", "…9d1e"),
        new IntegrationView.Heron(
            "…77aa",
            "https://app.herondata.io/api/integrations/itg_8Xk2/links",
            "https://app.herondata.io/api/integrations/itg_8Xk2/webhooks",
            90,
            Optional.empty()),
        new IntegrationView.Link(
            "Acme", List.of("transactions"), List.of("US"), "en", 730, Optional.empty()),
        "relay",
        false,
        List.of("app.acme.example"),
        "https://bridge.acme.example/webhooks/plaid/" + ACME,
        "https://bridge.acme.example/webhooks/heron/" + ACME,
        7,
        NOW.minus(Duration.ofDays(20)),
        NOW.minus(Duration.ofHours(5)));
  }

  static List<IntegrationView> integrations() {
    return List.of(
        integration("Acme production", "production", "paused"),
        integration("Acme sandbox", "sandbox", "active"));
  }

  static ImportView importOf(String status, long rejected) {
    boolean open = status.equals("running") || status.equals("receiving");
    return new ImportView(
        ITEM_IMPORT,
        new ImportView.Source(
            ACME, "Acme production", "csv", Optional.of("items.csv"), true, "user:ana"),
        status,
        Optional.of("The upload broke off; nothing of it was kept."),
        new ImportView.Lines(
            1_500, open ? 600 : 1_500, (open ? 600 : 1_500) - rejected, 3, rejected),
        Map.of("linked", 400L, "pending", 195L, "failed", 5L),
        Map.of("moved", 595L, "failed", 5L),
        new ImportView.Times(NOW, Optional.of(NOW), open ? Optional.empty() : Optional.of(NOW)));
  }

  static LinkView link(String status, String endUser, Optional<LinkView.Failure> failure) {
    boolean pending = status.equals("pending");
    return new LinkView(
        LINK,
        ITEM,
        ACME,
        "Acme production",
        endUser,
        Optional.of("First Platypus Bank"),
        status,
        status.equals("linked") ? 1 : 3,
        pending && failure.isPresent()
            ? Optional.of(NOW.plus(Duration.ofSeconds(42)))
            : Optional.empty(),
        failure,
        new LinkView.Heron(
            Optional.of("active"), Optional.empty(), Optional.of(NOW), Optional.of("dso_3kd92")),
        pending && failure.isEmpty() ? Optional.of("the integration is paused") : Optional.empty(),
        Optional.empty(),
        NOW.minus(Duration.ofHours(2)),
        new LinkView.Reading(
            Optional.of(NOW.minus(Duration.ofMinutes(2))),
            Optional.of(NOW.minus(Duration.ofHours(3))),
            Optional.of(NOW.plus(Duration.ofMinutes(42))),
            Optional.empty(),
            status.equals("linked")));
  }

  static List<DriftView> drift() {
    return List.of(
        drift(
            "missing_at_heron",
            "Heron does not show the link among those of this end user.",
            Optional.of(new DriftView.Repair("Submit again", false)),
            "The link is sent to Heron once more."),
        drift(
            "erroring",
            "Heron cannot read the bank: [ITEM_LOGIN_REQUIRED] the login details have changed.",
            Optional.empty(),
            "The end user must reconnect: send them a hosted link. Then ask Heron to refresh."),
        drift(
            "gone_at_plaid",
            "Plaid has no such item any more, so nothing can read the bank.",
            Optional.of(new DriftView.Repair("Mark as disconnected", true)),
            "It is marked as disconnected here; the end user can connect the bank anew."),
        drift(
            "unknown_here",
            "Heron has a link for this end user whose item is not known here.",
            Optional.empty(),
            "Without its access token nothing can be mended from here: bring the item in with"
                + " POST /items, or ask Heron to delete the link."));
  }

  private static DriftView drift(
      String kind, String cause, Optional<DriftView.Repair> repair, String advice) {
    boolean ours = !kind.equals("unknown_here");
    return new DriftView(
        kind,
        ours ? Optional.of(LINK) : Optional.empty(),
        ITEM,
        ACME,
        "Acme production",
        "cust_8812",
        ours ? "linked" : "unknown",
        kind.equals("missing_at_heron") ? Optional.empty() : Optional.of("erroring"),
        ours ? Optional.of("active") : Optional.empty(),
        Optional.of(NOW.minus(Duration.ofMinutes(2))),
        ours ? Optional.of(NOW.minus(Duration.ofHours(3))) : Optional.empty(),
        cause,
        repair,
        advice);
  }

  static Optional<LinkView.Failure> failure(String kind, Integer status, String message) {
    return Optional.of(
        new LinkView.Failure(
            kind,
            Optional.ofNullable(status),
            message,
            NOW.minus(Duration.ofMinutes(38)),
            "Heron names the field it did not accept: mend it, then resend."));
  }

  static List<LinkView> links() {
    return List.of(
        link("failed", "cust_8812", failure("http_status", 422, "item_id is missing")),
        link("pending", "cust_1190", Optional.empty()),
        link("pending", "cust_0042", failure("http_status", 503, "Service Unavailable")),
        link("linked", "cust_7731", Optional.empty()),
        link("cancelled", "cust_5500", Optional.empty()));
  }

  static ItemView item(String bank, String status, LinkView link) {
    return new ItemView(
        ITEM + bank.length(),
        ACME,
        "Acme production",
        link.endUserId(),
        new ItemView.Institution(
            Optional.of("ins_109508"), Optional.of(bank), List.of("0006", "1111")),
        status,
        status.equals("login_required")
            ? Optional.of(
                new ItemView.ItemError(
                    "ITEM_LOGIN_REQUIRED", Optional.of("the login details have changed")))
            : Optional.empty(),
        bank.equals("First Gingham Credit Union"),
        NOW.minus(Duration.ofDays(10)),
        link,
        new ItemView.Life(
            status.equals("pending_disconnect")
                ? Optional.of(NOW.plus(Duration.ofDays(7)))
                : Optional.empty(),
            Optional.empty(),
            status.equals("active")
                ? Optional.empty()
                : Optional.of(NOW.minus(Duration.ofHours(6))),
            Optional.empty()));
  }

  static List<AttemptView> attempts() {
    return List.of(
        attempt(1, "server_error", Optional.of(503), "Tries again in 1 s."),
        attempt(2, "timeout", Optional.empty(), "Tries again in 5 s."),
        attempt(3, "refused", Optional.of(422), "Gave up: a person must act."));
  }

  private static AttemptView attempt(
      int number, String outcome, Optional<Integer> status, String next) {
    return new AttemptView(
        number,
        number,
        "node-a",
        NOW.minus(Duration.ofMinutes(40 - number)),
        number == 2 ? 30_002 : 212,
        outcome,
        status,
        status.map(code -> "{\"errors\":{\"item_id\":[\"Missing data for required field.\"]}}"),
        Optional.of(next));
  }

  static WebhookView webhook(String code, String status) {
    return new WebhookView(
        UUID.nameUUIDFromBytes(code.getBytes()),
        ACME,
        "Acme production",
        Optional.of(ITEM),
        Optional.of("TRANSACTIONS"),
        Optional.of(code),
        status,
        status.equals("failed")
            ? Optional.of("Heron's webhook URL answered 500.")
            : Optional.empty(),
        2,
        NOW.minus(Duration.ofMinutes(9)),
        NOW.minus(Duration.ofMinutes(9)),
        status.equals("delivered")
            ? Optional.of(NOW.minus(Duration.ofMinutes(8)))
            : Optional.empty(),
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
  }

  static CallbackView callback(String topic, int links, String effect) {
    return new CallbackView(
        UUID.nameUUIDFromBytes(topic.getBytes()),
        ACME,
        "Acme production",
        Optional.of(topic),
        Optional.of(ITEM),
        Optional.of("cust_8812"),
        NOW.minus(Duration.ofMinutes(9)),
        links,
        effect,
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
  }

  static List<HeronOffer> offers() {
    return List.of(
        offer("itg_8Xk2", "Acme production", Optional.empty()),
        offer("itg_9Yl3", "Acme sandbox", Optional.empty()),
        offer("itg_1Zm4", "Acme statements", Optional.of("It is of type ocrolus, not plaid.")));
  }

  private static HeronOffer offer(String id, String name, Optional<String> obstacle) {
    return new HeronOffer(
        id,
        name,
        Optional.of("plaid"),
        Optional.of("transaction"),
        Optional.of("https://production.plaid.com"),
        Optional.empty(),
        Optional.empty(),
        "https://app.herondata.io/api/integrations/" + id + "/links",
        id.equals("itg_8Xk2"),
        obstacle,
        List.of());
  }

  static ConnectSession session(List<ItemView> banks) {
    return new ConnectSession(
        LINK,
        ACME,
        "Acme",
        brand(),
        "en",
        new EndUserId("cust_8812"),
        Optional.of("https://app.acme.example/done"),
        NOW.plus(Duration.ofHours(1)),
        banks,
        "form-key",
        new Caller("end-user:cust_8812", Set.of(), List.of(ACME), ""));
  }

  /** A lender's own look. */
  static BrandView brand() {
    return new BrandView(
        Optional.of("#7a1fa2"), Optional.of("/brand/logos/" + "0a".repeat(32) + ".png"), 3);
  }
}
