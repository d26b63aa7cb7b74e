package io.heronbridge.it.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.heronbridge.it.support.Answer;
import io.heronbridge.it.support.ApiClient;
import io.heronbridge.it.support.Examples;
import io.heronbridge.it.support.Scenario;
import io.heronbridge.sandbox.plaid.LinkedItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever pages through a list while it changes sees what stays once, and nothing twice. */
class PagingIT {
  private static final int SIZE = 2;

  private Scenario scenario;
  private ApiClient api;

  @BeforeEach
  void openScenario() {
    scenario = Scenario.onSharedServer();
    api = scenario.server().api();
  }

  /** Ids in the order of the pages; something happens after each page. */
  private List<String> walk(String list, String id, Runnable meanwhile) {
    List<String> seen = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      Answer page = api.get(list + "limit=" + SIZE + cursor);
      assertThat(page.status()).as(page.body()).isEqualTo(200);
      page.json()
          .getAsJsonArray("data")
          .forEach(each -> seen.add(((JsonObject) each).get(id).getAsString()));
      cursor =
          page.json().get("next_cursor").isJsonNull()
              ? null
              : "&cursor=" + page.text("next_cursor");
      meanwhile.run();
    }
    return seen;
  }

  private String integration() {
    return api.post("/api/v1/integrations", Examples.integrationWith(scenario.sandbox()))
        .text("id");
  }

  @Test
  void integrationsThatStayAreListedOnceWhileOthersComeAndGo() {
    List<String> go = new ArrayList<>(List.of(integration(), integration()));
    List<String> stay = List.of(integration(), integration(), integration());

    List<String> seen =
        walk(
            "/api/v1/integrations?",
            "id",
            () -> {
              if (!go.isEmpty()) {
                api.delete("/api/v1/integrations/" + go.remove(0));
              }
            });

    assertThat(seen).doesNotHaveDuplicates().containsSubsequence(stay);
  }

  @Test
  void pageAfterADeletedPlaceGoesOnFromThere() {
    List<String> made = new ArrayList<>();
    List<String> later = List.of(integration(), integration());
    String cursor = null;
    do {
      Answer page =
          api.get("/api/v1/integrations?limit=1" + (cursor == null ? "" : "&cursor=" + cursor));
      made.add(((JsonObject) page.json().getAsJsonArray("data").get(0)).get("id").getAsString());
      cursor = page.text("next_cursor");
    } while (!made.contains(later.get(0)));
    assertThat(api.delete("/api/v1/integrations/" + later.get(0)).status()).isEqualTo(204);

    Answer rest = api.get("/api/v1/integrations?cursor=" + cursor);

    assertThat(rest.body()).contains(later.get(1));
  }

  @Test
  void itemsAndLinksThatWereThereAreListedOnceWhileOthersCome() {
    String endUser = Examples.anEndUser();
    List<String> items = List.of(connect(endUser), connect(endUser), connect(endUser));

    List<String> seen =
        walk("/api/v1/items?end_user_id=" + endUser + "&", "item_id", () -> connect(endUser));
    List<String> links =
        walk(
            "/api/v1/integration-links?end_user_id=" + endUser + "&",
            "item_id",
            () -> connect(endUser));

    assertThat(seen).doesNotHaveDuplicates().containsAll(items);
    assertThat(links).doesNotHaveDuplicates().containsAll(items);
  }

  private String connect(String endUser) {
    JsonObject request = new JsonObject();
    request.addProperty("integration_id", scenario.integration());
    request.addProperty("end_user_id", endUser);
    LinkedItem linked = scenario.chooseBank(endUser, Examples.FIRST_PLATYPUS);
    request.addProperty("public_token", linked.publicToken());
    request.addProperty("allow_duplicate", true);
    return api.post("/api/v1/items/exchange", request).text("item_id");
  }

  @Test
  void endUsersThatWereThereAreListedOnceWhileOthersCome() {
    String prefix = "pg" + UUID.randomUUID().toString().substring(0, 8);
    List<String> there = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      there.add(prefix + "-" + i);
      api.post("/api/v1/end-users", Map.of("end_user_id", prefix + "-" + i));
    }

    List<String> seen =
        walk(
            "/api/v1/end-users?query=" + prefix + "&",
            "end_user_id",
            () -> api.post("/api/v1/end-users", Map.of("end_user_id", prefix + "-00")));

    assertThat(seen).doesNotHaveDuplicates().containsSubsequence(there);
  }
}
