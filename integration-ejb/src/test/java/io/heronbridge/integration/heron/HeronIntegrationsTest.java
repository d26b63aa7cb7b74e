package io.heronbridge.integration.heron;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.integration.heron.HeronAnswer.Answered;
import io.heronbridge.persistence.secret.Secret;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeronIntegrationsTest {
  private static final String ONE =
      "{\"heron_id\":\"itg_1\",\"name\":\"Acme\",\"client_secret\":\"s3cret\","
          + "\"client_auth\":{\"x\":\"s3cret\"},\"webhook_url\":null,\"new\":[1]}";

  @Test
  void secretsAreDroppedWhereverTheyStand() {
    String body = "{\"integrations\":[" + ONE + "],\"more\":{\"client_secret\":\"s3cret\"}}";

    Answered kept =
        (Answered) HeronIntegrations.withoutSecrets(new Answered(200, body, Optional.empty()));

    assertThat(kept.body()).doesNotContain("s3cret").contains("itg_1", "\"new\":[1]");
  }

  @Test
  void nothingStaysOfWhatCannotBeRead() {
    Answered kept =
        (Answered)
            HeronIntegrations.withoutSecrets(
                new Answered(200, "{\"client_secret\":\"s3cret", Optional.empty()));

    assertThat(kept.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"integrations\":[%s, 7, {}]}", "[%s]"})
  void listIsReadWrappedOrBare(String form) {
    List<HeronIntegration> list = HeronIntegrations.listed(form.formatted(ONE)).orElseThrow();

    assertThat(list).singleElement().extracting(HeronIntegration::heronId).isEqualTo("itg_1");
    assertThat(list.get(0).webhookUrl()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "<html>", "{\"integrations\":{}}", "7"})
  void whatIsNoListIsNone(String body) {
    assertThat(HeronIntegrations.listed(body)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"integration\":%s}", "%s"})
  void createdOneIsReadWrappedOrBare(String form) {
    assertThat(HeronIntegrations.created(form.formatted(ONE)).orElseThrow().name())
        .isEqualTo("Acme");
  }

  @ParameterizedTest
  @CsvSource({
    "https://app.herondata.io/api/integrations/itg_1/links, itg_1, false",
    "https://app.herondata.io, , true",
    "https://app.herondata.io/api, , true",
    "http://127.0.0.1:9/heron/api/integrations, , true",
    "https://proxy.example/heron-links, , false"
  })
  void linkUrlTellsTheIntegration(String url, String id, boolean bare) {
    HeronTarget target =
        new HeronTarget(
            url, "https://h.example/w", new Secret("key"), new HeronTarget.Budget("key", 0));

    assertThat(target.integrationId()).isEqualTo(Optional.ofNullable(id));
    assertThat(target.isBareAddress()).isEqualTo(bare);
  }

  @ParameterizedTest
  @CsvSource({
    "https://app.herondata.io, https://app.herondata.io/api/integrations/itg_1/links",
    "https://proxy.example/heron/api, https://proxy.example/heron/api/integrations/itg_1/links",
    "https://proxy.example/to-heron, https://proxy.example/api/integrations/itg_1/links"
  })
  void heronsAddressAloneLeadsToALinkUrl(String address, String linkUrl) {
    HeronTarget target =
        new HeronTarget(address, "", new Secret("key"), new HeronTarget.Budget("key", 0));

    assertThat(target.linkUrlOf("itg_1")).isEqualTo(linkUrl);
  }

  @Test
  void linkUrlOfAnotherIntegrationKeepsWhatStandsBefore() {
    HeronTarget target =
        new HeronTarget(
            "http://127.0.0.1:9/heron/api/integrations/itg_1/links",
            "",
            new Secret("key"),
            new HeronTarget.Budget("key", 0));

    assertThat(target.linkUrlOf("itg/2"))
        .isEqualTo("http://127.0.0.1:9/heron/api/integrations/itg%2F2/links");
  }
}
