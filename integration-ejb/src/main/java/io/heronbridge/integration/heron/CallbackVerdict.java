package io.heronbridge.integration.heron;

/** Whether a webhook is Heron's own; the reasons are for counting, never for the sender. */
public enum CallbackVerdict {
  /** Signed with one of the integration's secrets. */
  GENUINE,
  /** The integration has no secret, so nothing can be told to be Heron's. */
  HERON_NO_SECRET,
  HERON_NO_SIGNATURE,
  HERON_MALFORMED,
  HERON_WRONG_SIGNATURE
}
