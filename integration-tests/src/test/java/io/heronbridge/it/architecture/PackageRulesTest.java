package io.heronbridge.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackageRulesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "persistence/src",
        "integration-ejb/src",
        "web-portal/src",
        "sandbox/src",
        "launcher/src",
        "benchmarks/src",
        "integration-tests/src"
      })
  void everyPackageOfSourcesSaysWhatItIsFor(String folder) {
    Stream<Path> packages =
        SourceFiles.below(folder, ".java").stream().map(Path::getParent).distinct();

    List<Path> silent = packages.filter(PackageRulesTest::isSilent).toList();

    assertThat(silent).isEmpty();
  }

  /** Tests lie in the package of what they test, which has its word already. */
  private static boolean isSilent(Path folder) {
    Path twin = Path.of(folder.toString().replace("/src/test/java/", "/src/main/java/"));
    return !Files.exists(folder.resolve("package-info.java"))
        && !Files.exists(twin.resolve("package-info.java"));
  }
}
