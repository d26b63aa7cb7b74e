package io.heronbridge.persistence.itemimport;

import static io.heronbridge.persistence.itemimport.ImportStatus.BROKEN_OFF;
import static io.heronbridge.persistence.itemimport.ImportStatus.CANCELLED;
import static io.heronbridge.persistence.itemimport.ImportStatus.DONE;
import static io.heronbridge.persistence.itemimport.ImportStatus.FAILED;
import static io.heronbridge.persistence.itemimport.ImportStatus.RECEIVING;
import static io.heronbridge.persistence.itemimport.ImportStatus.RUNNING;

import io.heronbridge.persistence.integration.Integration;
import io.heronbridge.persistence.integration.WordList;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One uploaded file of items, from its first byte to its last line. */
@Entity
@Table(name = "item_import")
public class ItemImport {
  @Id private UUID id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "integration")
  private Integration integration;

  @Enumerated(EnumType.STRING)
  private ImportFormat format;

  @Convert(converter = WordList.class)
  private List<String> columns;

  @Column(name = "file_name")
  private String fileName;

  @Column(name = "move_webhooks")
  private boolean moveWebhooks;

  @Column(name = "requested_by")
  private String requestedBy;

  @Enumerated(EnumType.STRING)
  private ImportStatus status;

  /** Why it ended early, in words for people. */
  private String reason;

  /** Lines received, blank ones and the CSV's first line apart. */
  private long lines;

  @Embedded private ImportTally tally;

  @Column(name = "created_at")
  private Instant createdAt;

  /** The last sign of life: a chunk was stored, or worked off. */
  @Column(name = "touched_at")
  private Instant touchedAt;

  @Column(name = "received_at")
  private Instant receivedAt;

  @Column(name = "finished_at")
  private Instant finishedAt;

  protected ItemImport() {}

  public ItemImport(Integration integration, ImportOrder order, Instant now) {
    this.id = UUID.randomUUID();
    this.integration = integration;
    this.format = order.format();
    this.columns = order.columns();
    this.fileName = order.fileName().orElse(null);
    this.moveWebhooks = order.moveWebhooks();
    this.requestedBy = order.requestedBy();
    this.status = RECEIVING;
    this.tally = ImportTally.zero();
    this.createdAt = now;
    this.touchedAt = now;
  }

  /** More lines have arrived and are stored. */
  public void receive(long more, Instant now) {
    require(RECEIVING, "receive");
    this.lines += more;
    this.touchedAt = now;
  }

  /** The whole file is stored; lines past the limit were not kept and count as rejected. */
  public void received(long surplus, Instant now) {
    require(RECEIVING, "complete");
    this.status = RUNNING;
    this.lines += surplus;
    this.tally = tally.plus(0, 0, surplus);
    this.receivedAt = now;
    this.touchedAt = now;
  }

  /** So many lines were worked off. */
  public void count(ImportTally sum, Instant now) {
    require(RUNNING, "count");
    this.tally = sum;
    this.touchedAt = now;
  }

  public void finish(Instant now) {
    require(RUNNING, "finish");
    end(DONE, null, now);
  }

  /** The upload did not arrive whole. */
  public void breakOff(String why, Instant now) {
    require(RECEIVING, "break off");
    end(BROKEN_OFF, why, now);
  }

  public void fail(String why, Instant now) {
    require(RUNNING, "fail");
    end(FAILED, why, now);
  }

  public void cancel(Instant now) {
    if (!status.isOpen()) {
      throw new IllegalStateException("cannot cancel import %s: it is %s".formatted(id, status));
    }
    end(CANCELLED, null, now);
  }

  private void end(ImportStatus end, String why, Instant now) {
    this.status = end;
    this.reason = why;
    this.finishedAt = now;
  }

  private void require(ImportStatus expected, String verb) {
    if (status != expected) {
      throw new IllegalStateException("cannot %s import %s: it is %s".formatted(verb, id, status));
    }
  }

  public UUID id() {
    return id;
  }

  public Integration integration() {
    return integration;
  }

  public ImportOrder order() {
    return new ImportOrder(
        format, columns, Optional.ofNullable(fileName), moveWebhooks, requestedBy);
  }

  public ImportStatus status() {
    return status;
  }

  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  public long lines() {
    return lines;
  }

  public ImportTally tally() {
    return tally;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Optional<Instant> receivedAt() {
    return Optional.ofNullable(receivedAt);
  }

  public Optional<Instant> finishedAt() {
    return Optional.ofNullable(finishedAt);
  }
}
