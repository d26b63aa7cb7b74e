package io.heronbridge.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heronbridge.persistence.secret.Keyset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysetRuleTest {
  @TempDir Path folder;
  private Path keyset;

  @BeforeEach
  void nameTheKeyset() {
    keyset = folder.resolve("keyset.json");
  }

  @Test
  void emptyDatabaseGetsAKeysetThatOnlyWeMayRead() throws Exception {
    KeysetRule.apply(keyset, () -> false);

    assertThatCode(() -> Keyset.read(keyset)).doesNotThrowAnyException();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyset)))
        .isEqualTo("rw-------");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(keyset);
    }
  }

  @Test
  void databaseWithSecretsNeverGetsANewKeyset() {
    assertThatThrownBy(() -> KeysetRule.apply(keyset, () -> true))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining(keyset.toString())
        .hasMessageContaining("BRIDGE_ENCRYPTION_KEYSET_FILE");
    assertThat(keyset).doesNotExist();
  }

  @Test
  void keysetThatIsThereStaysAsItIs() throws Exception {
    Files.writeString(keyset, "the operator's");

    KeysetRule.apply(keyset, () -> false);

    assertThat(keyset).hasContent("the operator's");
  }
}
