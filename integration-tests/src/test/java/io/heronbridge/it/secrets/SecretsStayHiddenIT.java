package io.heronbridge.it.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.it.support.Database;
import io.heronbridge.it.support.Secrets;
import io.heronbridge.it.support.TestRun;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Runs last, when everything that could give a secret away has been written. */
@Order(Integer.MAX_VALUE)
class SecretsStayHiddenIT {
  /** The forms of Plaid's tokens, for those that nobody remembered. */
  private static final Pattern TOKEN =
      Pattern.compile("(access|public)-(sandbox|production)-[0-9a-f]{8}-[0-9a-f-]{27}");

  private static final Path BUILD = Path.of(System.getProperty("it.work")).getParent().getParent();
  private static SecretSearch inClear;
  private static SecretSearch inRows;

  @BeforeAll
  static void collect() {
    TestRun.current().rememberTokens();
    Set<String> secrets = Secrets.all();
    inClear = new SecretSearch(secrets);
    // Bytes show as hexadecimal digits.
    inRows =
        new SecretSearch(
            secrets.stream().flatMap(secret -> Stream.of(secret, hex(secret))).toList());
  }

  @Test
  void noLogAndNoOutputHoldsASecret() throws IOException {
    List<String> leaks = new ArrayList<>();
    for (Path file : written()) {
      firstLeakIn(file).ifPresent(leak -> leaks.add(BUILD.relativize(file) + ": " + leak));
    }

    assertThat(leaks).isEmpty();
  }

  private static List<Path> written() throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        BUILD,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().matches(".*(\\.log|-output\\.txt)")) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path gone, IOException e) {
            // A server that stops clears its folders away.
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException e) {
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  private static Optional<String> firstLeakIn(Path file) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      return reader.lines().filter(line -> leaks(inClear, line)).findFirst();
    } catch (NoSuchFileException clearedAway) {
      return Optional.empty();
    }
  }

  private static boolean leaks(SecretSearch secrets, String text) {
    return TOKEN.matcher(text).find() || secrets.findsOneIn(text);
  }

  @Test
  void noDatabaseHoldsASecretInClear() {
    List<String> leaks = new ArrayList<>();
    for (Database database : TestRun.current().databases()) {
      for (String table : tables(database)) {
        database.column("SELECT t::text FROM " + table + " t").stream()
            .filter(row -> leaks(inRows, row))
            .forEach(row -> leaks.add(table + ": " + row));
      }
    }

    assertThat(leaks).isEmpty();
  }

  private static List<String> tables(Database database) {
    return database.column("SELECT tablename FROM pg_tables WHERE schemaname = 'public'");
  }

  private static String hex(String secret) {
    return HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
  }
}
