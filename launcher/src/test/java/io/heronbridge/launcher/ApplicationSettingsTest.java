package io.heronbridge.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.launcher.postgres.Database;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplicationSettingsTest {
  @Test
  void whatTheOperatorSetWinsOverOurDefaults() {
    ApplicationSettings settings =
        new ApplicationSettings(Map.of("BRIDGE_PUBLIC_URL", "https://bank.example"));

    settings.byDefault("BRIDGE_PUBLIC_URL", "http://localhost:8080");

    assertThat(settings.added()).isEmpty();
    assertThat(settings.value("BRIDGE_PUBLIC_URL")).isEqualTo("https://bank.example");
  }

  @Test
  void aBlankValueCountsAsUnset() {
    ApplicationSettings settings = new ApplicationSettings(Map.of("BRIDGE_PUBLIC_URL", " "));

    settings.byDefault("BRIDGE_PUBLIC_URL", "http://localhost:8080");

    assertThat(settings.value("BRIDGE_PUBLIC_URL")).isEqualTo("http://localhost:8080");
  }

  @Test
  void theEmbeddedDatabaseIsUsedWhateverTheEnvironmentSays() {
    ApplicationSettings settings =
        new ApplicationSettings(Map.of("BRIDGE_DATABASE_URL", "jdbc:postgresql://elsewhere/x"));

    settings.using(
        new Database("jdbc:postgresql://127.0.0.1:1/x", Optional.of("user"), Optional.of("word")));

    assertThat(settings.added())
        .containsEntry("BRIDGE_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/x")
        .containsEntry("BRIDGE_DATABASE_USERNAME", "user")
        .containsEntry("BRIDGE_DATABASE_PASSWORD", "word");
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:8080, true",
    "http://127.0.0.1:8080, true",
    "http://[::1]:8080, true",
    "https://bridge.bank.example, false",
    "http://localhost.bank.example, false",
    "not a url, true"
  })
  void onlyAPublicUrlElsewhereOpensTheListener(String url, boolean local) {
    ApplicationSettings settings = new ApplicationSettings(Map.of("BRIDGE_PUBLIC_URL", url));

    assertThat(settings.isPublicUrlLocal()).isEqualTo(local);
  }
}
