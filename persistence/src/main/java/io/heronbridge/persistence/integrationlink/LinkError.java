package io.heronbridge.persistence.integrationlink;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Optional;

/** Why the latest attempt did not link: a kind to filter by, and Heron's words without secrets. */
@Embeddable
public class LinkError {
  @Column(name = "error_kind")
  private String kind;

  @Column(name = "error_http_status")
  private Integer httpStatus;

  @Column(name = "error_message")
  private String message;

  @Column(name = "error_at")
  private Instant at;

  protected LinkError() {}

  /**
   * @param httpStatus null when no answer came
   */
  public LinkError(String kind, Integer httpStatus, String message, Instant at) {
    this.kind = kind;
    this.httpStatus = httpStatus;
    this.message = message;
    this.at = at;
  }

  public String kind() {
    return kind;
  }

  public Optional<Integer> httpStatus() {
    return Optional.ofNullable(httpStatus);
  }

  public String message() {
    return message;
  }

  public Instant at() {
    return at;
  }
}
