package io.heronbridge.it.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.heronbridge.it.support.Answer;
import io.heronbridge.it.support.ApiClient;
import io.heronbridge.it.support.Examples;
import io.heronbridge.it.support.Scenario;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two people who change one integration do not undo each other's change unknowingly. */
class IntegrationVersionsIT {
  private Scenario scenario;
  private ApiClient api;
  private String path;

  @BeforeEach
  void openScenario() {
    scenario = Scenario.onSharedServer();
    api = scenario.server().api();
    path = "/api/v1/integrations/" + scenario.integration();
  }

  private JsonObject named(String name) {
    JsonObject integration = Examples.integrationWith(scenario.sandbox());
    integration.addProperty("name", name);
    return integration;
  }

  private String tag() {
    return api.get(path).header("ETag");
  }

  @Test
  void everyChangeGivesAnotherTag() {
    String created = api.post("/api/v1/integrations", named("New")).header("ETag");
    String read = tag();
    Answer changed = api.put(path, named("Changed"));

    assertThat(created).matches("\"v\\d+\"");
    assertThat(changed.header("ETag")).matches("\"v\\d+\"").isNotEqualTo(read).isEqualTo(tag());
    assertThat(api.post(path + "/pause").header("ETag")).isNotEqualTo(changed.header("ETag"));
  }

  @Test
  void changeOfWhatSomebodyElseHasChangedIsRefused() {
    String seen = tag();
    api.put(path, named("Theirs"));

    Answer late = api.with("If-Match", seen).put(path, named("Ours"));

    assertThat(late.status()).as(late.body()).isEqualTo(412);
    assertThat(late.header("Content-Type")).startsWith("application/problem+json");
    assertThat(api.get(path).text("name")).isEqualTo("Theirs");
    assertThat(api.with("If-Match", tag()).put(path, named("Ours")).status()).isEqualTo(200);
  }

  @Test
  void deletionOfWhatSomebodyElseHasChangedIsRefused() {
    String seen = tag();
    api.post(path + "/pause");

    assertThat(api.with("If-Match", seen).delete(path).status()).isEqualTo(412);
    assertThat(api.with("If-Match", tag()).delete(path).status()).isEqualTo(204);
  }

  @Test
  void withoutATagTheLastChangeWins() {
    api.put(path, named("First"));

    assertThat(api.put(path, named("Second")).status()).isEqualTo(200);
    assertThat(api.with("If-Match", "*").put(path, named("Third")).status()).isEqualTo(200);
  }
}
