package io.heronbridge.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTest {

  @Test
  void withoutTheHeaderAnyVersionWillDo() {
    assertThat(IfMatch.read(null).test(7)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "\"v7\"", "\"v6\", \"v7\"", " \"v7\" "})
  void oneOfTheTagsMustBeTheVersions(String header) {
    assertThat(IfMatch.read(header).test(7)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"v6\"", "v7", "W/\"v7\"", "\"v77\""})
  void anythingElseIsAnotherVersion(String header) {
    assertThat(IfMatch.read(header).test(7)).isFalse();
  }
}
