package io.heronbridge.portal.page;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FormGuardTest {
  private static final String KEY = "the-session-s-key";
  private final FormGuard guard = new FormGuard("https://bridge.example");

  private void isTaken(Requests form) {
    assertThatCode(() -> guard.check(form.request(), KEY)).doesNotThrowAnyException();
  }

  private void isRefused(Requests form) {
    assertThatThrownBy(() -> guard.check(form.request(), KEY))
        .isInstanceOf(RefusedFormException.class);
  }

  private static Requests form() {
    return Requests.plain().parameter("csrf", KEY);
  }

  @Test
  void ourOwnFormIsTaken() {
    isTaken(form());
    isTaken(form().header("Origin", "https://bridge.example"));
    isTaken(form().header("Sec-Fetch-Site", "same-origin"));
  }

  @Test
  void scriptMaySendTheKeyAsHeader() {
    isTaken(Requests.plain().header("X-Form-Key", KEY));
  }

  @Test
  void formWithoutKeyIsRefused() {
    isRefused(Requests.plain());
  }

  @Test
  void formOfAnotherSessionIsRefused() {
    isRefused(Requests.plain().parameter("csrf", "another-key"));
  }

  @Test
  void noSessionMeansNoForm() {
    assertThatThrownBy(() -> guard.check(Requests.plain().parameter("csrf", "").request(), ""))
        .isInstanceOf(RefusedFormException.class);
  }

  @Test
  void anotherSiteIsRefusedEvenWithTheKey() {
    isRefused(form().header("Origin", "https://evil.example"));
    isRefused(form().header("Sec-Fetch-Site", "cross-site"));
    isRefused(form().header("Sec-Fetch-Site", "same-site"));
  }

  @Test
  void pagesThatHideTheirAddressMaySendForms() {
    isTaken(form().header("Origin", "null"));
  }

  @Test
  void nodeReachedUnderItsOwnNameTakesItsOwnForms() {
    isTaken(form().header("Host", "10.0.0.7:8080").header("Origin", "http://10.0.0.7:8080"));
  }
}
