package io.heronbridge.it.support;

import io.heronbridge.persistence.exchange.ClaimState;
import io.heronbridge.persistence.integration.IntegrationStatus;
import io.heronbridge.persistence.integrationlink.IntegrationLinkStatus;
import io.heronbridge.persistence.item.ItemStatus;
import io.heronbridge.persistence.lenderevent.LenderEventStatus;
import io.heronbridge.persistence.lifecycle.Arrows;
import io.heronbridge.persistence.outbox.MessageState;
import io.heronbridge.persistence.resendjob.ResendJobStatus;
import io.heronbridge.persistence.session.LinkSessionState;
import io.heronbridge.persistence.webhook.WebhookStatus;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A state diagram, and where its states stand in the database.
 *
 * @param heading the heading of its section in {@code docs/message-lifecycle.md}
 * @param place the table, and the state of its row {@code ROW} in SQL
 * @param stays SQL that tells a step from a state to itself from other changes of a row
 */
public record StateMachine(
    String name, String heading, Place place, String stays, Arrows<?> arrows) {

  /** Every diagram there is. */
  public static final List<StateMachine> ALL =
      List.of(
          new StateMachine(
              "message",
              "Outbox message",
              new Place("outbox_message", "ROW.state", "finished_message"),
              "NEW.claim_number > OLD.claim_number"
                  + " OR OLD.state = 'PENDING'"
                  + " AND to_jsonb(NEW) ->> 'due_at' <> to_jsonb(OLD) ->> 'due_at'",
              MessageState.ARROWS),
          new StateMachine(
              "link",
              "Link",
              new Place("integration_link", "ROW.status"),
              "NEW.next_attempt_at IS DISTINCT FROM OLD.next_attempt_at",
              IntegrationLinkStatus.ARROWS),
          new StateMachine(
              "webhook",
              "Webhook",
              new Place("received_webhook", "ROW.status"),
              "OLD.status IN ('PENDING', 'REFRESH_REQUESTED')"
                  + " AND NEW.reason IS DISTINCT FROM OLD.reason",
              WebhookStatus.ARROWS),
          new StateMachine(
              "item", "Item", new Place("item", "ROW.status"), "false", ItemStatus.ARROWS),
          new StateMachine(
              "claim",
              "Public token",
              new Place("public_token_claim", "ROW.state"),
              "NEW.claim_number > OLD.claim_number OR NEW.lease_until <> OLD.lease_until",
              ClaimState.ARROWS),
          new StateMachine(
              "session",
              "Hosted link",
              new Place(
                  "link_session",
                  """
                  CASE WHEN ROW.revoked_at IS NOT NULL THEN 'REVOKED'
                       WHEN ROW.expires_at <= now() AND ROW.opened_at IS NULL THEN 'EXPIRED'
                       WHEN ROW.expires_at <= now() THEN 'USED_UP'
                       WHEN ROW.opened_at IS NOT NULL THEN 'OPEN'
                       ELSE 'FRESH' END"""),
              "false",
              LinkSessionState.ARROWS),
          new StateMachine(
              "lender_event",
              "Event",
              new Place("lender_event", "ROW.status"),
              "NEW.next_attempt_at IS DISTINCT FROM OLD.next_attempt_at",
              LenderEventStatus.ARROWS),
          new StateMachine(
              "integration",
              "Integration",
              new Place("integration", "ROW.status"),
              "NEW.paused_reason IS DISTINCT FROM OLD.paused_reason",
              IntegrationStatus.ARROWS),
          new StateMachine(
              "resend",
              "Resend job",
              new Place("resend_job", "ROW.status"),
              "NEW.resent <> OLD.resent OR NEW.skipped <> OLD.skipped",
              ResendJobStatus.ARROWS));

  /**
   * Where the states stand.
   *
   * @param other the table between which and this one rows move, under the same id; empty when they
   *     stay
   */
  public record Place(String table, String state, String other) {
    Place(String table, String state) {
      this(table, state, "");
    }

    String stateOf(String row) {
      return state.replace("ROW", row);
    }
  }

  /** The declared arrows as {@code FROM -> TO}, whatever their verb. */
  public Set<String> declared() {
    Set<String> declared = new TreeSet<>();
    for (Arrows.Arrow<?> arrow : arrows.all()) {
      declared.add(arrow.from().map(Enum::name).orElse("*") + " -> " + arrow.to());
    }
    return declared;
  }
}
