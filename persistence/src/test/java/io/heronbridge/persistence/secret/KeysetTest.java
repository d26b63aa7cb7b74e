package io.heronbridge.persistence.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysetTest {
  private static final UUID ROW = UUID.randomUUID();

  @TempDir Path folder;
  private Keyset keyset;

  @BeforeEach
  void makeKeyset() throws IOException {
    Path file = folder.resolve("keyset.json");
    Files.writeString(file, Keyset.generate());
    keyset = Keyset.read(file);
  }

  @Test
  void sealedSecretOpensInItsOwnRow() {
    byte[] ciphertext = keyset.seal(Purpose.ACCESS_TOKEN, ROW, new Secret("access-sandbox-1"));

    assertThat(keyset.openSecret(Purpose.ACCESS_TOKEN, ROW, ciphertext))
        .isEqualTo(new Secret("access-sandbox-1"));
  }

  @Test
  void ciphertextMovedToAnotherRowDoesNotOpen() {
    byte[] ciphertext = keyset.seal(Purpose.ACCESS_TOKEN, ROW, new Secret("access-sandbox-1"));

    assertThatThrownBy(() -> keyset.openSecret(Purpose.ACCESS_TOKEN, UUID.randomUUID(), ciphertext))
        .isInstanceOf(SealBrokenException.class);
  }

  @Test
  void ciphertextUsedForAnotherPurposeDoesNotOpen() {
    byte[] ciphertext = keyset.seal(Purpose.ACCESS_TOKEN, ROW, new Secret("access-sandbox-1"));

    assertThatThrownBy(() -> keyset.openSecret(Purpose.PLAID_SECRET, ROW, ciphertext))
        .isInstanceOf(SealBrokenException.class);
  }

  @Test
  void missingFileIsExplained() {
    assertThatThrownBy(() -> Keyset.read(folder.resolve("none.json")))
        .isInstanceOf(UnusableKeysetException.class)
        .hasMessageContaining("BRIDGE_ENCRYPTION_KEYSET_FILE");
  }

  @Test
  void fileThatIsNoKeysetIsExplained() throws IOException {
    Path file = Files.writeString(folder.resolve("nonsense.json"), "{\"a\":1}");

    assertThatThrownBy(() -> Keyset.read(file))
        .isInstanceOf(UnusableKeysetException.class)
        .hasMessageContaining("not a Tink JSON keyset");
  }

  @Test
  void secretIsNeverPrinted() {
    assertThat(new Secret("access-sandbox-1")).hasToString("secret(hidden)");
    assertThat(new Secret("access-sandbox-1234").hint()).isEqualTo("…1234");
    assertThat(new Secret("short").hint()).isEqualTo("…");
  }
}
