/**
 * Calls of the API that may be repeated: what was answered, sealed, and who is at work on an
 * answer.
 */
package io.heronbridge.persistence.repetition;
