package io.heronbridge.portal.sample;

import static io.heronbridge.portal.page.SampleEngine.NOW;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.callback.CallbackView;
import io.heronbridge.integration.item.AttemptView;
import io.heronbridge.integration.item.ItemView;
import io.heronbridge.integration.item.LinkView;
import io.heronbridge.integration.itemimport.ImportView;
import io.heronbridge.integration.link.ConnectSession;
import io.heronbridge.integration.link.ExitView;
import io.heronbridge.integration.link.LinkSessionView;
import io.heronbridge.integration.overview.Overview;
import io.heronbridge.integration.relay.WebhookView;
import io.heronbridge.integration.setup.HeronOffer;
import io.heronbridge.integration.setup.IntegrationView;
import io.heronbridge.integration.story.ItemStory;
import io.heronbridge.integration.story.StoryEntry;
import io.heronbridge.persistence.enduser.EndUserId;
import io.heronbridge.persistence.session.ExitReport;
import java.time.Duration;
import java.time.Instant;
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
            Optional.of("active"),
            Optional.empty(),
            Optional.of(NOW),
            Optional.of("dso_3kd92"),
            status.equals("linked")
                ? Optional.empty()
                : Optional.of(NOW.minus(Duration.ofHours(3)))),
        pending && failure.isEmpty() ? Optional.of("the integration is paused") : Optional.empty(),
        Optional.empty(),
        NOW.minus(Duration.ofHours(2)));
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

  static ItemStory story(ItemView item) {
    return new ItemStory(
        item,
        Optional.of(
            new ItemStory.Origin(
                NOW.minus(Duration.ofDays(10)),
                "end-user:cust_8812",
                Optional.of("5f1c2b7e-session"),
                Optional.of("kd93mDk2"),
                1)));
  }

  static List<StoryEntry> storyLines() {
    return List.of(
        entry(
            "webhook",
            new StoryEntry.Words(
                "Webhook ITEM ERROR", "good", Optional.empty(), Optional.empty(), Optional.empty()),
            new StoryEntry.Refs(Optional.of(LINK), Optional.of("delivered"), Optional.empty())),
        entry(
            "event",
            new StoryEntry.Words(
                "Login required",
                "bad",
                Optional.of("ITEM_LOGIN_REQUIRED"),
                Optional.of("The bank asks the end user to sign in again."),
                Optional.of("Send the end user a hosted link: they press Reconnect.")),
            new StoryEntry.Refs(Optional.of(LINK), Optional.empty(), Optional.empty())),
        entry(
            "attempt",
            new StoryEntry.Words(
                "Sent to Heron, attempt 1",
                "bad",
                Optional.of("Heron answered 503: busy"),
                Optional.of("Tries again in 1 s."),
                Optional.empty()),
            new StoryEntry.Refs(
                Optional.empty(), Optional.empty(), Optional.of(attempts().get(0)))));
  }

  private static StoryEntry entry(String kind, StoryEntry.Words words, StoryEntry.Refs refs) {
    return new StoryEntry(
        NOW.minus(Duration.ofDays(200)), kind, "code", words, Optional.of("plaid"), refs);
  }

  static List<LinkSessionView> sessions() {
    return List.of(
        session("fresh", Optional.empty(), List.of()),
        session("open", Optional.of(NOW.minus(Duration.ofMinutes(12))), List.of()),
        session("used_up", Optional.of(NOW.minus(Duration.ofHours(4))), List.of(ITEM)),
        session("revoked", Optional.empty(), List.of()),
        session("expired", Optional.empty(), List.of()));
  }

  private static LinkSessionView session(
      String state, Optional<Instant> openedAt, List<String> items) {
    boolean over = !state.equals("fresh") && !state.equals("open");
    Instant made = NOW.minus(Duration.ofMinutes(over ? 300 : 15));
    return new LinkSessionView(
        UUID.nameUUIDFromBytes(state.getBytes()),
        new LinkSessionView.Scope(ACME, "Acme production", "cust_8812"),
        state,
        new LinkSessionView.Times(made, made.plus(Duration.ofHours(1)), openedAt, Optional.empty()),
        Optional.empty(),
        items);
  }

  static List<ExitView> exits() {
    return List.of(
        exit("INVALID_CREDENTIALS", "<b>The credentials</b> were not correct", Optional.empty()),
        exit("INSTITUTION_DOWN", "this institution is not responding", Optional.of(ITEM)),
        new ExitView(
            NOW.minus(Duration.ofDays(1)),
            LINK,
            "Acme production",
            Optional.empty(),
            new ExitReport(
                Optional.empty(),
                Optional.empty(),
                Optional.of("requires_credentials"),
                Optional.of("ins_109511"),
                Optional.of("Tartan Bank"),
                Optional.of("e3a1b2c4-55d0-4f0e-9d55-0a1b2c3d4e5f"),
                Optional.empty())));
  }

  private static ExitView exit(String code, String message, Optional<String> itemId) {
    return new ExitView(
        NOW.minus(Duration.ofMinutes(20)),
        LINK,
        "Acme production",
        itemId,
        new ExitReport(
            Optional.of(new ExitReport.Fault("ITEM_ERROR", code, Optional.of(message))),
            Optional.of("The username or password is not correct. Please try again."),
            Optional.of("requires_credentials"),
            Optional.of("ins_109508"),
            Optional.of("First Platypus Bank"),
            Optional.of("6a1c2b7e-93f1-4a0e-8a2e-61b1f6f0c111"),
            Optional.of("Zx7QmV1tRb4nKpL")));
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

  static Overview busyDay() {
    return new Overview(
        List.of(
            new Overview.ReasonCount("http_status", Optional.of(422), 2),
            new Overview.ReasonCount("timeout", Optional.empty(), 1)),
        12,
        1204,
        Optional.of(NOW.minus(Duration.ofMinutes(3))),
        5,
        1,
        1204,
        0,
        2,
        Optional.of(NOW.minus(Duration.ofMinutes(2))),
        List.of(
            state("Acme production", "production", "paused"),
            state("Acme sandbox", "sandbox", "active")));
  }

  static Overview quietDay() {
    return new Overview(
        List.of(),
        0,
        88,
        Optional.empty(),
        0,
        0,
        31,
        0,
        0,
        Optional.of(NOW.minus(Duration.ofMinutes(2))),
        List.of(state("Acme sandbox", "sandbox", "active")));
  }

  static Overview firstDay() {
    return new Overview(
        List.of(), 0, 0, Optional.empty(), 0, 0, 0, 0, 0, Optional.empty(), List.of());
  }

  private static Overview.IntegrationState state(String name, String environment, String status) {
    return new Overview.IntegrationState(
        ACME,
        name,
        environment,
        status,
        status.equals("paused") ? Optional.of("Heron refused the key (401).") : Optional.empty(),
        status.equals("paused") ? 12 : 0,
        status.equals("paused") ? 3 : 0,
        602);
  }

  static ConnectSession session(List<ItemView> banks) {
    return new ConnectSession(
        LINK,
        ACME,
        "Acme",
        new EndUserId("cust_8812"),
        Optional.of("https://app.acme.example/done"),
        NOW.plus(Duration.ofHours(1)),
        banks,
        "form-key",
        new Caller("end-user:cust_8812", Set.of(), List.of(ACME), ""));
  }
}
