package io.heronbridge.integration.callback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.persistence.callback.CallbackFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackNewsTest {

  private static CallbackFacts in(String body) {
    return CallbackNews.in(body.getBytes(UTF_8));
  }

  @Test
  void namesAreReadFromTheData() {
    CallbackFacts facts =
        in(
            "{\"topic\":\"integration_link.erroring\",\"item_id\":\"no\","
                + "\"data\":{\"item_id\":\"it1\",\"end_user_id\":\"cust_1\",\"more\":[]}}");

    assertThat(facts.itemId()).contains("it1");
    assertThat(facts.endUserId()).contains("cust_1");
    assertThat(CallbackNews.speaksOfLinks(facts)).isTrue();
  }

  @Test
  void otherTopicsAreNotAboutLinks() {
    assertThat(CallbackNews.speaksOfLinks(in("{\"topic\":\"end_user.processed\"}"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "{\"topic\":7,\"data\":\"text\"}",
        "{\"topic\":null,\"data\":{\"item_id\":{},\"end_user_id\":\"\"}}",
        "{\"topic\":\"a\\u0000b\",\"data\":{\"item_id\":\" \"}}"
      })
  void whatCannotBeANameIsPassedOver(String body) {
    CallbackFacts facts = in(body);

    assertThat(facts.topic()).isEmpty();
    assertThat(facts.itemId()).isEmpty();
    assertThat(facts.endUserId()).isEmpty();
  }

  @Test
  void overlongNamesArePassedOver() {
    assertThat(in("{\"topic\":\"" + "x".repeat(301) + "\"}").topic()).isEmpty();
  }
}
