package io.heronbridge.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MigrationRulesTest {
  private static final String FOLDER = "persistence/src/main/resources/db/migration";
  private static final String RELEASED = "/released-migrations.sha256";

  @Test
  void migrationsAreNumberedWithoutGaps() {
    List<String> names = names();

    assertThat(names).isNotEmpty();
    assertThat(names).allMatch(name -> name.matches("V\\d{3}__[a-z0-9_]+\\.sql"));
    assertThat(names.stream().map(name -> Integer.parseInt(name.substring(1, 4))))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, names.size()).boxed().toList());
  }

  @Test
  void releasedMigrationsAreNeverEdited() throws IOException {
    for (String line : released()) {
      String[] sumAndName = line.split("\\s+", 2);
      Path file = SourceFiles.below(FOLDER, sumAndName[1]).get(0);

      assertThat(sha256(SourceFiles.text(file))).as(sumAndName[1]).isEqualTo(sumAndName[0]);
    }
  }

  private static List<String> names() {
    return SourceFiles.below(FOLDER, ".sql").stream()
        .map(path -> path.getFileName().toString())
        .toList();
  }

  /** As {@code sha256sum} writes them; lines that begin with # are for people. */
  private static List<String> released() throws IOException {
    try (InputStream list = MigrationRulesTest.class.getResourceAsStream(RELEASED)) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    }
  }

  private static String sha256(String text) {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sum);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
