/**
 * Secrets at rest: sealed with Tink AEAD to what they are for and the row they stand in, so that a
 * ciphertext moved elsewhere does not open.
 */
package io.heronbridge.persistence.secret;
