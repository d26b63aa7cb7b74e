package io.heronbridge.portal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.persistence.access.Origin;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginsTest {

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, THIS_MACHINE",
    "::1, THIS_MACHINE",
    "0:0:0:0:0:0:0:1, THIS_MACHINE",
    "10.1.2.3, PRIVATE_NETWORK",
    "192.168.0.9, PRIVATE_NETWORK",
    "fd00::5, PRIVATE_NETWORK",
    "fe80::1%1, PRIVATE_NETWORK",
    "203.0.113.9, INTERNET",
    "2001:db8::1, INTERNET"
  })
  void addressTellsWhereSomebodyIs(String address, Origin origin) {
    assertThat(Origins.of(address)).isEqualTo(origin);
  }
}
