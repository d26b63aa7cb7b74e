package io.heronbridge.integration.heron;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.persistence.integrationlink.HeronsView;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeronLinksTest {

  @Test
  void creationTellsStatusAndDataSource() {
    HeronsView view =
        HeronLinks.inAnswer(
                "{\"link\":{\"item_id\":\"i\",\"status\":\"pending\",\"data_source_heron_id\":\"dso_1\"}}")
            .orElseThrow();

    assertThat(view).isEqualTo(new HeronsView("pending", null, null, "dso_1"));
  }

  @Test
  void wordsAreShortAndHoldNothingThatCannotBeStored() {
    HeronsView view =
        HeronLinks.inAnswer(
                "{\"link\":{\"status\":\"act\\u0000ive\",\"status_message\":\"a\\u0000\\nb%s\"}}"
                    .formatted("x".repeat(1000)))
            .orElseThrow();

    assertThat(view.status()).isEqualTo("act ive");
    assertThat(view.statusMessage()).hasSize(300).startsWith("a bx");
  }

  @Test
  void datesComeInThreeForms() {
    assertThat(synced("2026-08-14T12:24:30Z")).isEqualTo(Instant.parse("2026-08-14T12:24:30Z"));
    assertThat(synced("2026-08-14T12:24:30.665119"))
        .isEqualTo(Instant.parse("2026-08-14T12:24:30.665119Z"));
    assertThat(synced("2026-08-14T12:24:30+02:00"))
        .isEqualTo(Instant.parse("2026-08-14T10:24:30Z"));
    assertThat(synced("some day")).isNull();
  }

  private static Instant synced(String date) {
    return HeronLinks.inAnswer("{\"link\":{\"last_successful_sync\":\"" + date + "\"}}")
        .orElseThrow()
        .lastSuccessfulSync();
  }

  @Test
  void pageOfAProxyIsNotAnAnswer() {
    assertThat(HeronLinks.inAnswer("<html>It works</html>")).isEmpty();
    assertThat(HeronLinks.inAnswer("")).isEmpty();
    assertThat(HeronLinks.isJson("<html></html>")).isFalse();
  }

  @Test
  void linkIsFoundAmongOthersAndNullsAreTolerated() {
    String list =
        "{\"links\":[null,{\"item_id\":\"a\"},{\"item_id\":\"b\",\"status\":\"new_word\"}]}";

    assertThat(HeronLinks.ofItem(list, "b").orElseThrow().status()).isEqualTo("new_word");
    assertThat(HeronLinks.ofItem(list, "c")).isEmpty();
  }

  @Test
  void wholeListIsReadByItem() {
    String list =
        "{\"links\":[null,7,{},{\"item_id\":7},{\"item_id\":\"a\",\"status\":\"active\"},"
            + "{\"item_id\":\"b\"}]}";

    assertThat(HeronLinks.all(list).orElseThrow())
        .containsOnlyKeys("a", "b")
        .containsEntry("a", new HeronsView("active", null, null, null));
  }

  @Test
  void onlyAListTellsThatALinkIsMissing() {
    assertThat(HeronLinks.all("{\"links\":[]}")).contains(java.util.Map.of());
    for (String none :
        new String[] {"", "{}", "[]", "null", "<html></html>", "{\"links\":{}}", "{\"links\":[{"}) {
      assertThat(HeronLinks.all(none)).as(none).isEmpty();
    }
  }

  @Test
  void notFoundIsHeronsOwnWhenItCarriesTheCode() {
    assertThat(HeronLinks.isNotFound("{\"code\":404,\"name\":\"Not Found\"}")).isTrue();
    for (String other :
        new String[] {"", "{}", "[404]", "{\"code\":\"404\"}", "{\"code\":{}}", "{\"code\":400}"}) {
      assertThat(HeronLinks.isNotFound(other)).as(other).isFalse();
    }
  }

  @Test
  void complaintIsOneShortLine() {
    String complaint =
        HeronLinks.complaint(
            "{\"code\":422,\"description\":{\"json\":{\"item_id\":[\"bad\\nid\"]}}}");

    assertThat(complaint).isEqualTo("item_id: bad id");
    assertThat(HeronLinks.complaint("x".repeat(1000))).hasSizeLessThan(310);
  }

  @Test
  void secretsInAnAnswerAreHidden() {
    String complaint =
        HeronLinks.complaint("{\"description\":\"no such token access-sandbox-1234-abcd here\"}");

    assertThat(complaint).isEqualTo("no such token access-sandbox-(hidden) here");
  }

  @Test
  void creationStandsByItsStatusOrByNamingTheItem() {
    assertThat(created(201, "")).isPresent();
    assertThat(created(201, "{}")).isPresent();
    assertThat(created(204, "")).isPresent();
    assertThat(created(200, "{\"item_id\":\"i\",\"status\":\"pending\"}")).isPresent();
    assertThat(created(200, "{\"item_id\":\"other\"}")).isEmpty();
    assertThat(created(200, "")).isEmpty();
    assertThat(created(201, "<html></html>")).isEmpty();
  }

  private static Optional<HeronsView> created(int status, String body) {
    return HeronLinks.inCreation(new HeronAnswer.Answered(status, body, Optional.empty()), "i");
  }
}
