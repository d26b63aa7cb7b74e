package io.heronbridge.persistence.integration;

/** Whether an integration's links are being submitted or held. */
public enum IntegrationStatus {
  ACTIVE,
  PAUSED
}
