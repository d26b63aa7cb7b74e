package io.heronbridge.persistence.secret;

import java.util.UUID;

/** Seals secrets to a purpose and a row, and opens them there and nowhere else. */
public interface SecretCipher {

  byte[] seal(Purpose purpose, UUID row, byte[] plaintext);

  /**
   * @throws SealBrokenException when the ciphertext was made with another key, for another purpose
   *     or for another row
   */
  byte[] open(Purpose purpose, UUID row, byte[] sealed);

  byte[] seal(Purpose purpose, UUID row, Secret secret);

  /** As {@link #open}, for what was sealed from a {@link Secret}. */
  Secret openSecret(Purpose purpose, UUID row, byte[] sealed);
}
