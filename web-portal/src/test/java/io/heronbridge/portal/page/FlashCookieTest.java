package io.heronbridge.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FlashCookieTest {
  private static final Flash DONE = Flash.done("Resent 128 links: “all” done.");
  private final FlashCookie cookie = new FlashCookie("key", "/admin", true);

  @Test
  void carriesTheSentenceOverARedirect() {
    assertThat(cookie.open(cookie.seal(DONE))).contains(DONE);
  }

  @Test
  void isShownOnce() {
    Requests next = Requests.plain().cookie("heron_bridge_flash", cookie.seal(DONE));
    List<String> set = new ArrayList<>();

    Optional<Flash> taken = cookie.take(next.request(), Requests.response(set));

    assertThat(taken).contains(DONE);
    assertThat(set).singleElement().asString().contains("Max-Age=0");
  }

  @Test
  void wordsOfAnotherSessionAreNotShown() {
    assertThat(cookie.open(new FlashCookie("other", "/admin", true).seal(DONE))).isEmpty();
  }

  @Test
  void alteredWordsAreNotShown() {
    String sealed = cookie.seal(DONE);

    assertThat(cookie.open("A" + sealed)).isEmpty();
    assertThat(cookie.open("nonsense")).isEmpty();
    assertThat(cookie.open("")).isEmpty();
  }

  @Test
  void cookieIsOutOfReachOfScriptsAndOtherSites() {
    List<String> set = new ArrayList<>();

    cookie.write(Requests.response(set), DONE);

    assertThat(set)
        .singleElement()
        .asString()
        .contains("; HttpOnly", "; SameSite=Lax", "; Secure", "Path=/admin");
  }

  @Test
  void longSentencesAreCut() {
    assertThat(cookie.open(cookie.seal(Flash.done("x".repeat(5000)))).orElseThrow().text())
        .hasSizeLessThan(700);
  }
}
