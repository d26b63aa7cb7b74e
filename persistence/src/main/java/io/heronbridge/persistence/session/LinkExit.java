package io.heronbridge.persistence.session;

import io.heronbridge.persistence.enduser.EndUser;
import io.heronbridge.persistence.integration.Integration;
import io.heronbridge.persistence.item.Item;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One time an end user left Plaid Link without success. */
@Entity
@Table(name = "link_exit")
public class LinkExit {
  @Id private UUID id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "integration")
  private Integration integration;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "end_user")
  private EndUser endUser;

  /** An id and no more: the session itself may be tidied away earlier. */
  @Column(name = "link_session")
  private UUID linkSession;

  /** Null when a new bank was to be connected. */
  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "item")
  private Item item;

  @Column(name = "institution_id")
  private String institutionId;

  @Column(name = "institution_name")
  private String institutionName;

  @Column(name = "error_type")
  private String errorType;

  @Column(name = "error_code")
  private String errorCode;

  @Column(name = "error_message")
  private String errorMessage;

  @Column(name = "display_message")
  private String displayMessage;

  private String status;

  @Column(name = "request_id")
  private String requestId;

  @Column(name = "plaid_session_id")
  private String plaidSessionId;

  private Instant at;

  protected LinkExit() {}

  /**
   * @param item the item in update mode, or null
   */
  public LinkExit(LinkSession session, Item item, ExitReport report, Instant now) {
    this.id = UUID.randomUUID();
    this.integration = session.integration();
    this.endUser = session.endUser();
    this.linkSession = session.id();
    this.item = item;
    this.institutionId = report.institutionId().orElse(null);
    this.institutionName = report.institutionName().orElse(null);
    this.errorType = report.fault().map(ExitReport.Fault::type).orElse(null);
    this.errorCode = report.errorCode().orElse(null);
    this.errorMessage = report.fault().flatMap(ExitReport.Fault::message).orElse(null);
    this.displayMessage = report.displayMessage().orElse(null);
    this.status = report.status().orElse(null);
    this.requestId = report.requestId().orElse(null);
    this.plaidSessionId = report.plaidSessionId().orElse(null);
    this.at = now;
  }

  /** What Link said. */
  public ExitReport report() {
    return new ExitReport(
        Optional.ofNullable(errorCode)
            .map(
                code ->
                    new ExitReport.Fault(
                        errorType == null ? "" : errorType,
                        code,
                        Optional.ofNullable(errorMessage))),
        Optional.ofNullable(displayMessage),
        Optional.ofNullable(status),
        Optional.ofNullable(institutionId),
        Optional.ofNullable(institutionName),
        Optional.ofNullable(plaidSessionId),
        Optional.ofNullable(requestId));
  }

  public UUID id() {
    return id;
  }

  public Integration integration() {
    return integration;
  }

  public UUID linkSession() {
    return linkSession;
  }

  public Optional<Item> item() {
    return Optional.ofNullable(item);
  }

  public Instant at() {
    return at;
  }
}
