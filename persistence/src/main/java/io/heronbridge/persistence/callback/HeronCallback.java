package io.heronbridge.persistence.callback;

import io.heronbridge.persistence.secret.Hash;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A webhook of Heron's own whose signature was right, kept exactly as it came. */
@Entity
@Table(name = "heron_callback")
public class HeronCallback {
  @Id private UUID id;

  private UUID integration;

  @Embedded private CallbackFacts facts;

  private byte[] body;

  @Column(name = "body_sha256")
  private byte[] bodySha256;

  /** Heron sends no event id: the same signature within a day is the same event. */
  @Column(name = "signature_sha256")
  private byte[] signatureSha256;

  @Column(name = "received_at")
  private Instant receivedAt;

  /** How many links are read at Heron soon because of it. */
  @Column(name = "links_marked")
  private int linksMarked;

  protected HeronCallback() {}

  /**
   * @param signature that was found right
   */
  public HeronCallback(
      UUID integration, CallbackFacts facts, byte[] body, byte[] signature, Instant now) {
    this.id = UUID.randomUUID();
    this.integration = integration;
    this.facts = facts;
    this.body = body.clone();
    this.bodySha256 = Hash.sha256(body);
    this.signatureSha256 = Hash.sha256(signature);
    this.receivedAt = now;
  }

  /** So many links will be read because of it. */
  public void mark(int links) {
    this.linksMarked = links;
  }

  public UUID id() {
    return id;
  }

  public UUID integration() {
    return integration;
  }

  public CallbackFacts facts() {
    // All columns null make an embedded object null.
    return facts == null ? new CallbackFacts(null, null, null) : facts;
  }

  /** The bytes as received. */
  public byte[] body() {
    return body.clone();
  }

  public byte[] bodySha256() {
    return bodySha256.clone();
  }

  public Instant receivedAt() {
    return receivedAt;
  }

  public int linksMarked() {
    return linksMarked;
  }
}
