package io.heronbridge.integration.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceSettingsTest {
  private static final String ENDPOINT = "bridge.traces.endpoint";
  private static final String RATIO = "bridge.traces.sample-ratio";

  private static TraceSettings read(Map<String, String> values) {
    return TraceSettings.from(new SettingReader(new Given(values)));
  }

  @Test
  void nothingIsExportedUnlessSomebodySaysWhere() {
    assertThat(read(Map.of(RATIO, "1")).endpoint()).isEmpty();
    assertThat(read(Map.of(RATIO, "0.25", ENDPOINT, "http://127.0.0.1:4318/v1/traces")))
        .isEqualTo(
            new TraceSettings(Optional.of(URI.create("http://127.0.0.1:4318/v1/traces")), 0.25));
  }

  @ParameterizedTest
  @ValueSource(strings = {"collector:4318", "ftp://collector/x", "http://", "http://c/x?key=y"})
  void endpointThatIsNoneStopsTheStart(String endpoint) {
    assertThatThrownBy(() -> read(Map.of(RATIO, "1", ENDPOINT, endpoint)))
        .isInstanceOf(UnusableSettingException.class)
        .hasMessageContaining("BRIDGE_TRACES_ENDPOINT")
        .hasMessageNotContaining(endpoint);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "-0.1", "half", "NaN", "1e-3", "0x1p-3"})
  void ratioThatIsNoneStopsTheStart(String ratio) {
    assertThatThrownBy(() -> read(Map.of(RATIO, ratio)))
        .isInstanceOf(UnusableSettingException.class)
        .hasMessageContaining("BRIDGE_TRACES_SAMPLE_RATIO");
  }

  @Test
  void formatOfTheLogIsOneOfTwo() {
    SettingReader reader = new SettingReader(new Given(Map.of("bridge.logs.format", "xml")));

    assertThatThrownBy(() -> reader.oneOf("bridge.logs.format", "text", "json"))
        .isInstanceOf(UnusableSettingException.class)
        .hasMessageContaining("BRIDGE_LOGS_FORMAT) must be text or json");
  }

  /** Settings without a server. */
  private record Given(Map<String, String> values) implements Config {
    @Override
    public <T> T getValue(String name, Class<T> type) {
      return type.cast(values.get(name));
    }

    @Override
    public ConfigValue getConfigValue(String name) {
      throw new UnsupportedOperationException();
    }

    @Override
    public <T> Optional<T> getOptionalValue(String name, Class<T> type) {
      return Optional.ofNullable(values.get(name)).map(type::cast);
    }

    @Override
    public Iterable<String> getPropertyNames() {
      return values.keySet();
    }

    @Override
    public Iterable<ConfigSource> getConfigSources() {
      return List.of();
    }

    @Override
    public <T> Optional<Converter<T>> getConverter(Class<T> type) {
      return Optional.empty();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
      throw new UnsupportedOperationException();
    }
  }
}
