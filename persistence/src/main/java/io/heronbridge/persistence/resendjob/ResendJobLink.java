package io.heronbridge.persistence.resendjob;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;

/** Tells that a job is about a link; rows are written by {@link ResendJobs}. */
@Entity
@Table(name = "resend_job_link")
public class ResendJobLink {
  @Id private UUID id;

  @Column(name = "resend_job")
  private UUID resendJob;

  private UUID link;

  /** Null until it is worked off. */
  @Enumerated(EnumType.STRING)
  private ResendOutcome outcome;

  protected ResendJobLink() {}

  public UUID resendJob() {
    return resendJob;
  }

  public UUID link() {
    return link;
  }

  public Optional<ResendOutcome> outcome() {
    return Optional.ofNullable(outcome);
  }
}
