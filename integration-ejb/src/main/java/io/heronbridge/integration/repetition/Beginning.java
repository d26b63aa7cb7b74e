package io.heronbridge.integration.repetition;

import java.util.UUID;

/** What a call with an Idempotency-Key meets. */
public sealed interface Beginning {

  /** Nobody did it yet: do it, then keep the answer or give the call back. */
  record Begun(byte[] scope, UUID attempt) implements Beginning {}

  /** Somebody is at it. */
  record UnderWay() implements Beginning {}

  /** Another request was begun under this key. */
  record AnotherRequest() implements Beginning {}

  /**
   * It was answered.
   *
   * @param fingerprint of the request that was
   */
  record Answered(byte[] fingerprint, byte[] answer) implements Beginning {}
}
