package io.heronbridge.persistence.resendjob;

import static io.heronbridge.persistence.resendjob.ResendJobStatus.ARROWS;
import static io.heronbridge.persistence.resendjob.ResendJobStatus.CANCELLED;
import static io.heronbridge.persistence.resendjob.ResendJobStatus.DONE;
import static io.heronbridge.persistence.resendjob.ResendJobStatus.PAUSED;
import static io.heronbridge.persistence.resendjob.ResendJobStatus.PLANNED;
import static io.heronbridge.persistence.resendjob.ResendJobStatus.RUNNING;

import io.heronbridge.persistence.integration.WordList;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One wish to have many failed links tried again, from the question what that means to its end. */
@Entity
@Table(name = "resend_job")
public class ResendJob {
  @Id private UUID id;

  private UUID integration;

  @Column(name = "end_user_id")
  private String endUserId;

  @Column(name = "error_kind")
  private String errorKind;

  @Column(name = "failed_before")
  private Instant failedBefore;

  @Column(name = "item_import")
  private UUID itemImport;

  @Column(name = "earlier_job")
  private UUID earlierJob;

  /** The integrations it is confined to, since whoever asked is; empty means all. */
  @Convert(converter = WordList.class)
  private List<String> integrations;

  /** Who planned it; from its start on, who started it. */
  @Column(name = "requested_by")
  private String requestedBy;

  @Enumerated(EnumType.STRING)
  private ResendJobStatus status;

  /** Why it was paused, in words for people; null when a person did it. */
  private String reason;

  /** How many links there were when it was planned; from its start on, how many it has. */
  private long matched;

  private long resent;

  /** Links that were found to need it no more. */
  private long skipped;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "touched_at")
  private Instant touchedAt;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "finished_at")
  private Instant finishedAt;

  protected ResendJob() {}

  /**
   * @param integrations those it is confined to; empty means all
   */
  public ResendJob(
      FailedLinks about, List<UUID> integrations, String requestedBy, long matching, Instant now) {
    this.id = UUID.randomUUID();
    this.integration = about.integration().orElse(null);
    this.endUserId = about.endUserId().orElse(null);
    this.errorKind = about.errorKind().orElse(null);
    this.failedBefore = about.failedBefore().orElse(null);
    this.itemImport = about.itemImport().orElse(null);
    this.earlierJob = about.earlierJob().orElse(null);
    this.integrations = integrations.stream().map(UUID::toString).toList();
    this.requestedBy = requestedBy;
    this.status = PLANNED;
    this.matched = matching;
    this.createdAt = now;
    this.touchedAt = now;
  }

  /** Its links are chosen from now on. */
  public void start(String by, long links, Instant now) {
    go(RUNNING, "start");
    this.requestedBy = by;
    this.matched = links;
    this.startedAt = now;
    this.touchedAt = now;
  }

  /** So many more of its links were resent, and so many need it no more. */
  public void count(long moreResent, long moreSkipped, Instant now) {
    go(RUNNING, "count");
    this.resent += moreResent;
    this.skipped += moreSkipped;
    this.touchedAt = now;
  }

  /**
   * @param why null when a person asks for it
   */
  public void pause(String why, Instant now) {
    go(PAUSED, "pause");
    this.reason = why;
    this.touchedAt = now;
  }

  public void resume(Instant now) {
    go(RUNNING, "resume");
    this.reason = null;
    this.touchedAt = now;
  }

  /** Nothing is left to do; links that were erased meanwhile need nothing any more. */
  public void finish(Instant now) {
    go(DONE, "finish");
    this.skipped = matched - resent;
    this.finishedAt = now;
  }

  /** What was not resent stays as it was. */
  public void cancel(Instant now) {
    go(CANCELLED, "cancel");
    this.reason = null;
    this.finishedAt = now;
  }

  private void go(ResendJobStatus to, String verb) {
    this.status = ARROWS.follow(status, to, verb, "resend job " + id);
  }

  public UUID id() {
    return id;
  }

  public FailedLinks about() {
    return new FailedLinks(
        Optional.ofNullable(integration),
        Optional.ofNullable(endUserId),
        Optional.ofNullable(errorKind),
        Optional.ofNullable(failedBefore),
        Optional.ofNullable(itemImport),
        Optional.ofNullable(earlierJob));
  }

  public List<UUID> integrations() {
    return integrations.stream().map(UUID::fromString).toList();
  }

  public String requestedBy() {
    return requestedBy;
  }

  public ResendJobStatus status() {
    return status;
  }

  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  public long matched() {
    return matched;
  }

  public long resent() {
    return resent;
  }

  public long skipped() {
    return skipped;
  }

  /** Links that are not worked off. */
  public long remaining() {
    return matched - resent - skipped;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Optional<Instant> startedAt() {
    return Optional.ofNullable(startedAt);
  }

  public Optional<Instant> finishedAt() {
    return Optional.ofNullable(finishedAt);
  }
}
