/** Answers to calls that came with an Idempotency-Key: each is done once and answered alike. */
package io.heronbridge.integration.repetition;
