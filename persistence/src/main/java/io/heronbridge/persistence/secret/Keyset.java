package io.heronbridge.persistence.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.UUID;

/** The Tink keyset in the operator's file: the one thing that opens every stored secret. */
public final class Keyset implements SecretCipher {
  private final Aead aead;

  private Keyset(Aead aead) {
    this.aead = aead;
  }

  /**
   * Reads a cleartext Tink JSON keyset.
   *
   * @throws UnusableKeysetException with a sentence for the operator
   */
  public static Keyset read(Path file) {
    try {
      KeysetHandle handle =
          TinkJsonProtoKeysetFormat.parseKeyset(
              Files.readString(file), AeadConfig2026.get(), InsecureSecretKeyAccess.get());
      return new Keyset(handle.getPrimitive(AeadConfig2026.get(), Aead.class));
    } catch (IOException e) {
      throw new UnusableKeysetException(
          "The encryption keyset "
              + file
              + " cannot be read: check bridge.encryption.keyset-file"
              + " (BRIDGE_ENCRYPTION_KEYSET_FILE) and the file's permissions.",
          e);
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new UnusableKeysetException(
          "The encryption keyset " + file + " is not a Tink JSON keyset for AEAD.", e);
    }
  }

  /** A new keyset with one AES-256-GCM key, in the form {@link #read} takes. */
  public static String generate() {
    try {
      return TinkJsonProtoKeysetFormat.serializeKeyset(
          KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get()),
          AeadConfig2026.get(),
          InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Tink cannot make an AES-256-GCM key", e);
    }
  }

  @Override
  public byte[] seal(Purpose purpose, UUID row, byte[] plaintext) {
    try {
      return aead.encrypt(plaintext, purpose.boundTo(row));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("sealing failed for " + purpose + " of " + row, e);
    }
  }

  @Override
  public byte[] open(Purpose purpose, UUID row, byte[] sealed) {
    try {
      return aead.decrypt(sealed, purpose.boundTo(row));
    } catch (GeneralSecurityException e) {
      throw new SealBrokenException(purpose + " of " + row + " does not open with this keyset", e);
    }
  }

  @Override
  public byte[] seal(Purpose purpose, UUID row, Secret secret) {
    return seal(purpose, row, secret.reveal().getBytes(UTF_8));
  }

  @Override
  public Secret openSecret(Purpose purpose, UUID row, byte[] sealed) {
    return new Secret(new String(open(purpose, row, sealed), UTF_8));
  }
}
