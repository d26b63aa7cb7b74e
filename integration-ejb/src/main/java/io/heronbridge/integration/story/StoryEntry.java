package io.heronbridge.integration.story;

import io.heronbridge.integration.item.AttemptView;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One line of an item's story.
 *
 * @param kind event, attempt, webhook, action, exchange, hosted_link or lender_event
 * @param code what exactly: an event's kind, a promised work's kind, a webhook's code, an action
 * @param by who said or did it, as the audit trail names people; empty where it goes without saying
 */
public record StoryEntry(
    Instant at, String kind, String code, Words words, Optional<String> by, Refs refs) {

  /**
   * What there is to read.
   *
   * @param tone good, bad or plain
   * @param detail codes and words of Plaid or Heron, without secrets
   * @param meaning what it means, and what happens next
   * @param advice what to do
   */
  public record Words(
      String title,
      String tone,
      Optional<String> detail,
      Optional<String> meaning,
      Optional<String> advice) {
    static Words plain(String title, Optional<String> detail) {
      return new Words(title, "plain", detail, Optional.empty(), Optional.empty());
    }
  }

  /**
   * What a line leads to.
   *
   * @param webhook the webhook that said it, or that it is about
   * @param webhookStatus what became of the webhook it is about
   * @param attempt the call it is about
   * @param event what the lender's backend is told of it
   */
  public record Refs(
      Optional<UUID> webhook,
      Optional<String> webhookStatus,
      Optional<AttemptView> attempt,
      Optional<UUID> event) {
    public Refs(
        Optional<UUID> webhook, Optional<String> webhookStatus, Optional<AttemptView> attempt) {
      this(webhook, webhookStatus, attempt, Optional.empty());
    }

    static final Refs NONE = new Refs(Optional.empty(), Optional.empty(), Optional.empty());

    static Refs toEvent(UUID event) {
      return new Refs(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(event));
    }

    static Refs to(UUID webhook) {
      return new Refs(Optional.of(webhook), Optional.empty(), Optional.empty());
    }
  }
}
