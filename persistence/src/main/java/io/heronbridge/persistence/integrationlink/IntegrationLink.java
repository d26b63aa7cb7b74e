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
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** One item made known to one integration of Heron. */
@Entity
@Table(name = "integration_link")
public class IntegrationLink {
  /**
   * What a person asks for goes before all that became due within this time, however much it is.
   */
  private static final Duration HEAD_START = Duration.ofDays(365);

  /** So soon Plaid and Heron are asked about a new link. */
  private static final Duration FIRST_READING = Duration.ofSeconds(30);

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

  /** Readings since the last news; the more there were, the longer the next one may wait. */
  private int reads;

  /** The next reading asks Plaid too, however lately it was asked. */
  @Column(name = "read_plaid")
  private boolean readPlaid;

  /** Since when Heron's list does not show the link; null while it does. */
  @Column(name = "missing_since")
  private Instant missingSince;

  /** As the last reading found it; null when all agree. */
  @Enumerated(EnumType.STRING)
  private Drift drift;

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
    this.readDueAt = now.plus(FIRST_READING);
  }

  /** Heron has the link; {@code heron} is what it told of it. */
  public void link(HeronsView heron, Instant now) {
    go(LINKED, "link");
    this.linkedAt = now;
    this.nextAttemptAt = null;
    this.lastError = null;
    this.drift = null;
    this.missingSince = null;
    observe(heron, now);
    readBy(now.plus(FIRST_READING));
  }

  /**
   * What Heron says of the link now; what it leaves out stays as it was.
   *
   * @return whether its status or message is another than before
   */
  public boolean observe(HeronsView heron, Instant now) {
    if (heron.lastSuccessfulSync() != null) {
      this.lastSuccessfulSync = heron.lastSuccessfulSync();
    }
    if (heron.dataSourceHeronId() != null) {
      this.dataSourceHeronId = heron.dataSourceHeronId();
    }
    this.missingSince = null;
    if (heron.status() == null) {
      return false;
    }
    boolean news =
        !heron.status().equals(heronStatus)
            || !Objects.equals(heron.statusMessage(), statusMessage);
    this.heronStatus = heron.status();
    this.statusMessage = heron.statusMessage();
    this.heronReadAt = now;
    this.reads = news ? 0 : reads;
    return news;
  }

  /** Heron's list does not show the link. */
  public void miss(Instant now) {
    this.heronReadAt = now;
    if (missingSince == null) {
      this.missingSince = now;
    }
  }

  /**
   * A reading is over.
   *
   * @param found null when all agree
   * @param claimed when the link would have been due again; another time means that somebody wants
   *     it read sooner
   */
  public void wasRead(Drift found, Instant claimed, Instant next) {
    this.drift = found;
    this.reads++;
    if (claimed.equals(readDueAt)) {
      this.readDueAt = next;
    }
  }

  /**
   * Plaid was asked too, and has told.
   *
   * @param claimed as for {@link #wasRead}: a wish that came meanwhile stands
   */
  public void plaidWasRead(Instant claimed) {
    if (claimed.equals(readDueAt)) {
      this.readPlaid = false;
    }
  }

  /** Plaid and Heron are to be asked before anything else that is due. */
  public void readNow(Instant now) {
    readBy(now.minus(HEAD_START));
    this.readPlaid = true;
  }

  /** Heron is to be asked about the link by then; an earlier day that was set stands. */
  public void readBy(Instant latest) {
    if (item.isRemoved()) {
      return;
    }
    if (readDueAt == null || latest.isBefore(readDueAt)) {
      this.readDueAt = latest;
      this.reads = 0;
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

  /** A person wants a link that Heron no longer has, or no longer reads, submitted once more. */
  public void again(Instant now) {
    go(PENDING, "submit again");
    this.attempts = 0;
    this.nextAttemptAt = now;
    this.drift = null;
    this.missingSince = null;
  }

  /**
   * The item was removed, or a person gave the link up; nothing more is sent. A link Heron already
   * has stays linked there.
   */
  public void cancel() {
    this.readDueAt = null;
    this.drift = null;
    this.missingSince = null;
    if (ARROWS.lead(status, CANCELLED, "cancel")) {
      go(CANCELLED, "cancel");
      this.nextAttemptAt = null;
    }
  }

  /** Whether a person gave it up; the links of disconnected banks are cancelled too. */
  public boolean isGivenUp() {
    return status == CANCELLED && !item.isRemoved();
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

  public int reads() {
    return reads;
  }

  public boolean isToReadPlaid() {
    return readPlaid;
  }

  public Optional<Instant> missingSince() {
    return Optional.ofNullable(missingSince);
  }

  public Optional<Drift> drift() {
    return Optional.ofNullable(drift);
  }

  public Optional<Instant> linkedAt() {
    return Optional.ofNullable(linkedAt);
  }

  public Instant createdAt() {
    return createdAt;
  }
}
