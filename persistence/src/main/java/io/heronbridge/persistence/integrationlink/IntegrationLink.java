package io.heronbridge.persistence.integrationlink;

import static io.heronbridge.persistence.integrationlink.IntegrationLinkStatus.ARROWS;
import static io.heronbridge.persistence.integrationlink.IntegrationLinkStatus.CANCELLED;
import static io.heronbridge.persistence.integrationlink.IntegrationLinkStatus.FAILED;
import static io.heronbridge.persistence.integrationlink.IntegrationLinkStatus.LINKED;
import static io.heronbridge.persistence.integrationlink.IntegrationLinkStatus.PENDING;

import io.heronbridge.persistence.integration.Integration;
import io.heronbridge.persistence.item.Item;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One item made known to one integration of Heron. */
@Entity
@Table(name = "integration_link")
public class IntegrationLink {
  @Id private UUID id;

  @OneToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "item")
  private Item item;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "integration")
  private Integration integration;

  @Enumerated(EnumType.STRING)
  private IntegrationLinkStatus status;

  /** Calls made for the present submission; a resend starts again at 0, the attempt log goes on. */
  private int attempts;

  @Column(name = "next_attempt_at")
  private Instant nextAttemptAt;

  @Embedded private LinkError lastError;

  @Column(name = "heron_status")
  private String heronStatus;

  @Column(name = "status_message")
  private String statusMessage;

  @Column(name = "last_successful_sync")
  private Instant lastSuccessfulSync;

  /** Heron's id of the data source; Heron tells it in the answer to the creation only. */
  @Column(name = "data_source_heron_id")
  private String dataSourceHeronId;

  /** When Heron was last asked about the link. */
  @Column(name = "heron_read_at")
  private Instant heronReadAt;

  /** When Heron is to be asked again; null when nobody does by itself. */
  @Column(name = "read_due_at")
  private Instant readDueAt;

  @Column(name = "linked_at")
  private Instant linkedAt;

  @Column(name = "created_at")
  private Instant createdAt;

  protected IntegrationLink() {}

  public IntegrationLink(Item item, Instant now) {
    this.id = UUID.randomUUID();
    this.item = item;
    this.integration = item.integration();
    this.status = PENDING;
    this.nextAttemptAt = now;
    this.createdAt = now;
  }

  /** Heron has the link; {@code heron} is what it told of it. */
  public void link(HeronsView heron, Instant now) {
    go(LINKED, "link");
    this.linkedAt = now;
    this.nextAttemptAt = null;
    this.lastError = null;
    observe(heron);
  }

  /** What Heron says of the link now. */
  public void observe(HeronsView heron) {
    this.heronStatus = heron.status();
    this.statusMessage = heron.statusMessage();
    this.lastSuccessfulSync = heron.lastSuccessfulSync();
    if (heron.dataSourceHeronId() != null) {
      this.dataSourceHeronId = heron.dataSourceHeronId();
    }
  }

  /** Heron is to be asked about the link by then; an earlier day that was set stands. */
  public void readBy(Instant latest) {
    if (readDueAt == null || latest.isBefore(readDueAt)) {
      this.readDueAt = latest;
    }
  }

  /** An attempt did not succeed and another will be made. */
  public void wait(LinkError error, Instant nextAttempt) {
    go(PENDING, "wait");
    this.lastError = error;
    this.nextAttemptAt = nextAttempt;
  }

  /** No attempt will be made any more unless a person asks. */
  public void fail(LinkError error) {
    go(FAILED, "fail");
    this.lastError = error;
    this.nextAttemptAt = null;
  }

  /** A person wants it tried: at once when it waits, from the start when it had failed. */
  public void resend(Instant now) {
    if (status == FAILED) {
      this.attempts = 0;
    }
    go(PENDING, "resend");
    this.nextAttemptAt = now;
  }

  /** The item was removed; nothing more is sent. A link Heron already has stays linked there. */
  public void cancel() {
    if (ARROWS.lead(status, CANCELLED, "cancel")) {
      go(CANCELLED, "cancel");
      this.nextAttemptAt = null;
    }
  }

  public void countAttempt() {
    this.attempts++;
  }

  private void go(IntegrationLinkStatus to, String verb) {
    this.status = ARROWS.follow(status, to, verb, "link " + id);
  }

  public UUID id() {
    return id;
  }

  public Item item() {
    return item;
  }

  public Integration integration() {
    return integration;
  }

  public IntegrationLinkStatus status() {
    return status;
  }

  public int attempts() {
    return attempts;
  }

  public Optional<Instant> nextAttemptAt() {
    return Optional.ofNullable(nextAttemptAt);
  }

  public Optional<LinkError> lastError() {
    return Optional.ofNullable(lastError);
  }

  public HeronsView heron() {
    return new HeronsView(heronStatus, statusMessage, lastSuccessfulSync, dataSourceHeronId);
  }

  public Optional<Instant> heronReadAt() {
    return Optional.ofNullable(heronReadAt);
  }

  public Optional<Instant> readDueAt() {
    return Optional.ofNullable(readDueAt);
  }

  public Optional<Instant> linkedAt() {
    return Optional.ofNullable(linkedAt);
  }

  public Instant createdAt() {
    return createdAt;
  }
}
