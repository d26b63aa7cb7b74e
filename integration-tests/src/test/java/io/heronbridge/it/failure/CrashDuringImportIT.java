package io.heronbridge.it.failure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.heronbridge.it.support.BridgeServer;
import io.heronbridge.it.support.BridgeSettings;
import io.heronbridge.it.support.Eventually;
import io.heronbridge.it.support.ItemsElsewhere;
import io.heronbridge.it.support.PayaraMicro;
import io.heronbridge.it.support.SandboxServer;
import io.heronbridge.it.support.Scenario;
import io.heronbridge.it.support.TestRun;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node that dies while it works off an import, and one that dies while it receives one. */
class CrashDuringImportIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int LINES = 3_000;

  private BridgeServer node;
  private Scenario scenario;
  private ItemsElsewhere elsewhere;

  @BeforeEach
  void startNode() {
    SandboxServer sandbox = TestRun.current().sandbox();
    sandbox.reset();
    PayaraMicro kind = new PayaraMicro();
    BridgeSettings settings =
        BridgeSettings.fresh("import-crash", TestRun.current().postgres().create("import_crash"));
    node = BridgeServer.prepared("import-crash", kind, kind.archive(), settings).start();
    node.awaitReady();
    scenario = Scenario.on(node, sandbox);
    elsewhere = new ItemsElsewhere(scenario);
    node.api().post("/api/v1/integrations/" + scenario.integration() + "/pause");
  }

  @AfterEach
  void stopNode() {
    node.close();
    TestRun.current().sandbox().reset();
  }

  @Test
  void everyLineIsTakenOnceWhateverDied() throws IOException {
    String id =
        elsewhere
            .upload("application/x-ndjson", ItemsElsewhere.invented(LINES), "")
            .text("import_id");
    elsewhere.await(
        id, found -> assertThat(found.get("processed").getAsLong()).isBetween(1L, LINES - 1L));
    String halfSent = beginUpload();

    node.kill();
    long processed = node.database().number("SELECT processed FROM item_import WHERE lines = 3000");
    halfSentUploadIsOld();
    node.start().awaitReady();

    JsonObject done =
        elsewhere.await(
            id, found -> assertThat(found.get("status").getAsString()).isEqualTo("done"));
    assertThat(processed).isLessThan(LINES);
    assertThat(done.get("accepted").getAsLong()).isEqualTo(LINES);
    assertThat(done.get("known").getAsLong()).isZero();
    assertThat(node.database().number("SELECT count(*) FROM item")).isEqualTo(LINES);
    assertThat(
            node.database().number("SELECT count(*) FROM audit_entry WHERE action = 'item.adopt'"))
        .isEqualTo(LINES);
    elsewhere.await(
        halfSent, found -> assertThat(found.get("status").getAsString()).isEqualTo("broken_off"));
    assertThat(elsewhere.chunks()).isZero();
  }

  /** Sends a part of a file and leaves the connection open; tells the import. */
  private String beginUpload() throws IOException {
    Socket socket =
        TestRun.current().closedAtTheEnd(new Socket(node.url().getHost(), node.url().getPort()));
    String head =
        """
        POST /api/v1/items/import?integration_id=%s HTTP/1.1\r
        Host: localhost\r
        Authorization: Bearer %s\r
        Content-Type: application/x-ndjson\r
        Content-Length: 1000000\r
        \r
        """
            .formatted(scenario.integration(), node.settings().bootstrapKey());
    socket.getOutputStream().write((head + ItemsElsewhere.invented(2_000)).getBytes(UTF_8));
    socket.getOutputStream().flush();
    String receiving = "SELECT id FROM item_import WHERE status = 'RECEIVING' AND lines > 0";
    Eventually.within(PATIENCE, () -> assertThat(node.database().column(receiving)).hasSize(1));
    return node.database().column(receiving).get(0);
  }

  private void halfSentUploadIsOld() {
    assertThat(elsewhere.chunks()).isPositive();
    node.database()
        .change(
            "UPDATE item_import SET touched_at = now() - interval '1 hour'"
                + " WHERE status = 'RECEIVING'");
  }
}
