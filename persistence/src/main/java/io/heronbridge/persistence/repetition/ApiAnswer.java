package io.heronbridge.persistence.repetition;

import java.util.Optional;
import java.util.UUID;

/**
 * A call that came before with the same key.
 *
 * @param attempt what the answer is sealed to
 * @param fingerprint of the request; empty while a long body is still arriving
 * @param sealed the answer; empty while somebody is at it
 */
public record ApiAnswer(UUID attempt, Optional<byte[]> fingerprint, Optional<byte[]> sealed) {}
