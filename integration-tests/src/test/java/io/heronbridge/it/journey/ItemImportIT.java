package io.heronbridge.it.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.heronbridge.it.support.Answer;
import io.heronbridge.it.support.Eventually;
import io.heronbridge.it.support.Examples;
import io.heronbridge.it.support.ItemsElsewhere;
import io.heronbridge.it.support.ItemsElsewhere.Elsewhere;
import io.heronbridge.it.support.Scenario;
import io.heronbridge.it.support.Visitors;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many items that were connected elsewhere, brought in from one file. */
class ItemImportIT {
  private static final String NDJSON = "application/x-ndjson";
  private static final String CSV = "text/csv";
  private static final String HEADER = "end_user_id,end_user_name,item_id,access_token\r\n";

  private Scenario scenario;
  private ItemsElsewhere elsewhere;

  @BeforeEach
  void openScenario() {
    scenario = Scenario.onSharedServer();
    scenario.sandbox().heron().settings().switches().set("rate_limit_per_minute", 0L);
    elsewhere = new ItemsElsewhere(scenario);
  }

  private static long number(JsonObject json, String member) {
    return json.get(member).getAsLong();
  }

  /** Each rejected line as its number and reason. */
  private static List<String> rejected(JsonObject found) {
    List<String> lines = new ArrayList<>();
    for (JsonElement each : found.getAsJsonArray("rejected")) {
      JsonObject line = each.getAsJsonObject();
      lines.add(line.get("line").getAsLong() + " " + line.get("reason").getAsString());
    }
    return lines;
  }

  private void pause() {
    String path = "/api/v1/integrations/" + scenario.integration() + "/pause";
    assertThat(scenario.server().api().post(path).status()).isEqualTo(200);
  }

  @Test
  void importedItemsAreLinkedAndTheSameFileAgainChangesNothing() {
    List<Elsewhere> items = elsewhere.connect(300);
    String file = ItemsElsewhere.json(items);

    JsonObject first = elsewhere.settled(NDJSON, file);
    int posts = scenario.sandbox().requests().matching("heron", ".*/links").size();
    JsonObject second = elsewhere.settled("application/json; charset=UTF-8", file);

    assertThat(number(first, "lines")).isEqualTo(300);
    assertThat(number(first, "accepted")).isEqualTo(300);
    assertThat(number(first, "known")).isZero();
    assertThat(number(first, "linked")).isEqualTo(300);
    assertThat(number(second, "accepted")).isEqualTo(300);
    assertThat(number(second, "known")).isEqualTo(300);
    assertThat(number(second, "linked")).isEqualTo(300);
    assertThat(scenario.sandbox().heron().links().all()).hasSize(300);
    assertThat(scenario.sandbox().requests().matching("heron", ".*/links")).hasSize(posts);
    assertThat(elsewhere.chunks()).isZero();
    assertThat(
            scenario
                .server()
                .database()
                .number(
                    "SELECT count(*) FROM audit_entry WHERE action = 'item.adopt' AND subject = ?",
                    "item:" + items.get(7).itemId()))
        .isEqualTo(1);
  }

  @Test
  void csvIsTakenWithAllThatRfc4180Allows() {
    List<Elsewhere> items = elsewhere.connect(4);
    StringBuilder file = new StringBuilder("\uFEFF" + HEADER);
    String name = "\"Lovelace, \"\"Ada\"\"\nKing\"";
    for (Elsewhere each : items) {
      file.append(
          "%s,%s,%s,\"%s\"\r\n"
              .formatted(each.endUserId(), name, each.itemId(), each.accessToken()));
    }
    file.append("\r\nc1,\"never closed,i1,t1\r\n");
    file.append("c2,,i2\r\n");
    file.append(",,i3,t3\r\n");
    file.append("eus_4,,i4,t4\r\n");
    file.append("c5,,i5,access-production-5");

    JsonObject done = elsewhere.settled(CSV, file.toString());

    assertThat(number(done, "accepted")).isEqualTo(4);
    assertThat(number(done, "linked")).isEqualTo(4);
    assertThat(number(done, "rejected_count")).isEqualTo(5);
    assertThat(rejected(done))
        .containsExactly(
            "11 a quote is not closed",
            "12 has 3 values, but there are 4 columns",
            "13 end_user_id is missing",
            "14 end_user_id must not start with eus_, Heron's own prefix",
            "15 access_token is of Plaid's production environment, but the integration is of"
                + " sandbox");
    Answer endUser = scenario.server().api().get("/api/v1/end-users/" + items.get(0).endUserId());
    assertThat(endUser.text("name")).isEqualTo("Lovelace, \"Ada\"\nKing");
  }

  @Test
  void linesThatCannotBeTakenStopNoOther() throws IOException {
    List<Elsewhere> items = elsewhere.connect(2);
    String foreign = items.get(0).json().replace(items.get(0).endUserId(), "somebody_else");
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write((items.get(0).json() + "\n").getBytes(UTF_8));
    file.write("{\"item_id\": \"\0\n".getBytes(UTF_8));
    file.write(new byte[] {'{', (byte) 0xFF, (byte) 0xFE, '}', '\n'});
    file.write(("{\"access_token\":\"" + "x".repeat(20_000) + "\"}\n").getBytes(UTF_8));
    file.write(("[".repeat(9_000) + "\n").getBytes(UTF_8));
    file.write("{\"integration_id\":\"x\"}\n".getBytes(UTF_8));
    file.write((foreign + "\n").getBytes(UTF_8));
    file.write((items.get(0).json() + "\n").getBytes(UTF_8));
    file.write(items.get(1).json().getBytes(UTF_8));

    JsonObject done = elsewhere.settled(elsewhere.upload(NDJSON, file.toByteArray(), ""));

    assertThat(number(done, "lines")).isEqualTo(9);
    assertThat(number(done, "accepted")).isEqualTo(3);
    assertThat(number(done, "known")).isEqualTo(1);
    assertThat(number(done, "linked")).isEqualTo(2);
    assertThat(rejected(done))
        .containsExactly(
            "2 is not valid JSON",
            "3 is not UTF-8",
            "4 is longer than 16384 bytes",
            "5 must be a JSON object",
            "6 integration_id is not a field of a line",
            "7 the item belongs to another end user or integration; it is not moved");
    String path = "/api/v1/items/imports/" + done.get("import_id").getAsString() + "/rejected";
    JsonObject page = scenario.server().api().get(path + "?limit=4").json();
    assertThat(page.getAsJsonArray("data")).hasSize(4);
    assertThat(page.get("next_cursor").getAsString()).isEqualTo("5");
  }

  @Test
  void accessTokenOfAnotherEnvironmentIsRefused() {
    Answer refused =
        scenario
            .server()
            .api()
            .post(
                "/api/v1/items",
                Map.of(
                    "integration_id",
                    scenario.integration(),
                    "end_user_id",
                    Examples.anEndUser(),
                    "item_id",
                    "it",
                    "access_token",
                    "access-production-1234"));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("\"access_token\"", "production").doesNotContain("1234");
  }

  @Test
  void uploadThatBreaksOffLeavesNothing() throws IOException {
    long before = elsewhere.chunks();
    String head =
        """
        POST /api/v1/items/import?integration_id=%s HTTP/1.1\r
        Host: localhost\r
        Authorization: Bearer %s\r
        Content-Type: application/x-ndjson\r
        Content-Length: 1000000\r
        \r
        """
            .formatted(scenario.integration(), scenario.server().settings().bootstrapKey());
    try (Socket socket =
        new Socket(scenario.server().url().getHost(), scenario.server().url().getPort())) {
      socket.getOutputStream().write(head.getBytes(UTF_8));
      socket.getOutputStream().write(ItemsElsewhere.invented(2_000).getBytes(UTF_8));
      socket.getOutputStream().flush();
      elsewhere.await(newest(), found -> assertThat(number(found, "lines")).isPositive());
    }

    JsonObject broken =
        elsewhere.await(
            newest(),
            found -> assertThat(found.get("status").getAsString()).isEqualTo("broken_off"));

    assertThat(elsewhere.chunks()).isEqualTo(before);
    assertThat(number(broken, "accepted")).isZero();
    String path = "/api/v1/items/imports/" + broken.get("import_id").getAsString();
    assertThat(scenario.server().api().delete(path).status()).isEqualTo(204);
    assertThat(scenario.server().api().get(path).status()).isEqualTo(404);
  }

  @Test
  void fourthImportAtOnceIsRefused() {
    for (int i = 0; i < 3; i++) {
      scenario
          .server()
          .database()
          .change(
              "INSERT INTO item_import (id, integration, format, columns, move_webhooks,"
                  + " requested_by, status, lines, processed, accepted, known, rejected,"
                  + " created_at, touched_at) VALUES (gen_random_uuid(), ?::uuid, 'NDJSON', '',"
                  + " false, 'key:Test', 'RECEIVING', 0, 0, 0, 0, 0, now(), now())",
              scenario.integration());
    }

    Answer fourth = elsewhere.upload(NDJSON, ItemsElsewhere.invented(1), "");
    scenario
        .server()
        .database()
        .change(
            "DELETE FROM item_import WHERE integration = ?::uuid AND requested_by = 'key:Test'",
            scenario.integration());

    assertThat(fourth.status()).as(fourth.body()).isEqualTo(409);
    assertThat(fourth.text("detail")).contains("three imports");
    assertThat(elsewhere.upload(NDJSON, ItemsElsewhere.invented(1), "").status()).isEqualTo(202);
  }

  @Test
  void fileOfQuotesThatAreNeverClosedIsRefusedSoon() {
    Answer refused = elsewhere.upload(CSV, HEADER + "x\",\"\n".repeat(200_000), "");

    assertThat(refused.status()).as(refused.body()).isEqualTo(422);
    assertThat(refused.body()).contains("never closed");
    elsewhere.await(
        newest(), found -> assertThat(found.get("status").getAsString()).isEqualTo("broken_off"));
  }

  /** The import that began last, once there is one of this scenario. */
  private String newest() {
    String[] id = new String[1];
    Eventually.within(
        Duration.ofSeconds(20),
        () -> {
          JsonObject first =
              scenario
                  .server()
                  .api()
                  .get("/api/v1/items/imports?limit=1")
                  .json()
                  .getAsJsonArray("data")
                  .get(0)
                  .getAsJsonObject();
          assertThat(first.get("integration_id").getAsString()).isEqualTo(scenario.integration());
          id[0] = first.get("import_id").getAsString();
        });
    return id[0];
  }

  @Test
  void cancelledImportStopsAndKeepsWhatItBrought() {
    pause();
    Answer started = elsewhere.upload(NDJSON, ItemsElsewhere.invented(20_000), "");
    String path = "/api/v1/items/imports/" + started.text("import_id");
    elsewhere.await(
        started.text("import_id"), found -> assertThat(number(found, "processed")).isPositive());

    Answer cancelled = scenario.server().api().post(path + "/cancel");

    assertThat(cancelled.text("status")).isEqualTo("cancelled");
    assertThat(number(cancelled.json(), "pending"))
        .isEqualTo(number(cancelled.json(), "accepted"))
        .isPositive();
    assertThat(elsewhere.chunks()).isZero();
    assertThat(scenario.server().api().post(path + "/cancel").status()).isEqualTo(409);
  }

  @Test
  void whatCannotBeAnImportIsRefusedAndLeavesNothing() {
    long before = scenario.server().database().number("SELECT count(*) FROM item_import");
    String readOnly = new Visitors(scenario.server().database()).readOnlyKey();
    String path = "/api/v1/items/import?integration_id=";

    assertThat(elsewhere.upload("application/xml", "<a/>", "").status()).isEqualTo(415);
    assertThat(elsewhere.upload("text/csv; charset=utf-16", HEADER, "").status()).isEqualTo(415);
    assertThat(elsewhere.upload(CSV, "it,cust,access-sandbox-77\n", "").body())
        .contains("\"body\"", "end_user_id")
        .doesNotContain("access-sandbox-77");
    assertThat(elsewhere.upload(NDJSON, "{}", "&update_webhook=yes").status()).isEqualTo(422);
    assertThat(
            scenario
                .server()
                .api()
                .with("Content-Type", NDJSON)
                .postBytes(path + "00000000-0000-0000-0000-000000000000", new byte[0])
                .status())
        .isEqualTo(404);
    assertThat(
            scenario
                .server()
                .anyone()
                .withKey(readOnly)
                .with("Content-Type", NDJSON)
                .postBytes(path + scenario.integration(), new byte[0])
                .status())
        .isEqualTo(403);
    assertThat(scenario.server().database().number("SELECT count(*) FROM item_import"))
        .isEqualTo(before);
  }
}
