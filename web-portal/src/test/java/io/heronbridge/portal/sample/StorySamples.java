package io.heronbridge.portal.sample;

import static io.heronbridge.portal.page.SampleEngine.NOW;

import io.heronbridge.integration.item.ItemView;
import io.heronbridge.integration.link.ExitView;
import io.heronbridge.integration.link.LinkSessionView;
import io.heronbridge.integration.story.ItemStory;
import io.heronbridge.integration.story.StoryEntry;
import io.heronbridge.integration.story.Told;
import io.heronbridge.persistence.session.ExitReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Made-up stories: what happened to an item, and to an end user's hosted links. */
final class StorySamples {
  private StorySamples() {}

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
                "Webhook Samples.ITEM ERROR",
                "good",
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            new StoryEntry.Refs(
                Optional.of(Samples.LINK), Optional.of("delivered"), Optional.empty())),
        entry(
            "event",
            new StoryEntry.Words(
                "Login required",
                "bad",
                Optional.of("ITEM_LOGIN_REQUIRED"),
                Optional.of("The bank asks the end user to sign in again."),
                Optional.of("Send the end user a hosted link: they press Reconnect.")),
            new StoryEntry.Refs(Optional.of(Samples.LINK), Optional.empty(), Optional.empty())),
        entry(
            "attempt",
            new StoryEntry.Words(
                "Sent to Heron, attempt 1",
                "bad",
                Optional.of("Heron answered 503: busy"),
                Optional.of("Tries again in 1 s."),
                Optional.empty()),
            new StoryEntry.Refs(
                Optional.empty(), Optional.empty(), Optional.of(Samples.attempts().get(0)))));
  }

  static List<Told> told() {
    ItemView bank = Samples.item("Tartan Bank", "login_required", Samples.links().get(0));
    return storyLines().stream().map(entry -> new Told(entry, Optional.of(bank))).toList();
  }

  private static StoryEntry entry(String kind, StoryEntry.Words words, StoryEntry.Refs refs) {
    return new StoryEntry(
        NOW.minus(Duration.ofDays(200)), kind, "code", words, Optional.of("plaid"), refs);
  }

  static List<LinkSessionView> sessions() {
    return List.of(
        session("fresh", Optional.empty(), List.of()),
        session("open", Optional.of(NOW.minus(Duration.ofMinutes(12))), List.of()),
        session("used_up", Optional.of(NOW.minus(Duration.ofHours(4))), List.of(Samples.ITEM)),
        session("revoked", Optional.empty(), List.of()),
        session("expired", Optional.empty(), List.of()));
  }

  private static LinkSessionView session(
      String state, Optional<Instant> openedAt, List<String> items) {
    boolean over = !state.equals("fresh") && !state.equals("open");
    Instant made = NOW.minus(Duration.ofMinutes(over ? 300 : 15));
    return new LinkSessionView(
        UUID.nameUUIDFromBytes(state.getBytes()),
        new LinkSessionView.Scope(Samples.ACME, "Acme production", "cust_8812"),
        state,
        new LinkSessionView.Times(made, made.plus(Duration.ofHours(1)), openedAt, Optional.empty()),
        Optional.empty(),
        items);
  }

  static List<ExitView> exits() {
    return List.of(
        exit("INVALID_CREDENTIALS", "<b>The credentials</b> were not correct", Optional.empty()),
        exit("INSTITUTION_DOWN", "this institution is not responding", Optional.of(Samples.ITEM)),
        new ExitView(
            NOW.minus(Duration.ofDays(1)),
            Samples.LINK,
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
        Samples.LINK,
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
}
