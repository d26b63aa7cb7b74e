package io.heronbridge.portal.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInPageTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"/admin", "/admin?x=1", "/admin/links?status=failed", "/admin/end-users/a%40b"})
  void leadsOnToPagesOfThePortal(String address) {
    assertThat(SignInPage.isOurs(address)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "//evil.example",
        "/admin/../connect",
        "/admin/\\evil.example",
        "/adminx",
        "/connect/session",
        "/admin/login?next=/admin",
        "/admin/logout",
        "/admin/ x",
        "/admin/\r\nSet-Cookie:a=b"
      })
  void leadsNowhereElse(String address) {
    assertThat(SignInPage.isOurs(address)).isFalse();
  }
}
