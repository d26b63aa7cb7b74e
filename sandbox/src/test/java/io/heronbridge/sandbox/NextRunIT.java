package io.heronbridge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.sandbox.heron.HeronSettings;
import io.heronbridge.sandbox.heron.LinkStatus;
import io.heronbridge.sandbox.plaid.SandboxItem;
import io.heronbridge.sandbox.support.Caller;
import io.heronbridge.sandbox.support.Eventually;
import io.heronbridge.sandbox.support.Examples;
import io.heronbridge.sandbox.support.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sandbox that keeps a file goes on where the run before it ended. */
class NextRunIT {
  private static final String LINKS = "/api/integrations/itg_sandbox/links";
  @TempDir Path folder;
  private Path file;
  private Sandbox sandbox;
  private Caller caller;

  @BeforeEach
  void start() throws IOException {
    file = folder.resolve("sandbox.json");
    run();
  }

  private void run() throws IOException {
    sandbox = Sandbox.start(0, file);
    caller = new Caller(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private void runAgain() throws IOException {
    sandbox.close();
    run();
  }

  private Reply item(String access) throws IOException {
    return caller.plaid("/item/get", "{\"access_token\": \"" + access + "\"}");
  }

  @Test
  void itemsAreAsTheyWere() throws IOException {
    Reply made = Examples.item(caller, "ins_109511", "http://127.0.0.1:1/x");
    SandboxItem item = sandbox.plaid().items().find(made.text("item_id")).orElseThrow();
    sandbox.plaid().breakLogin(item);
    String before = item(made.text("access_token")).json().get("item").toString();

    runAgain();

    assertThat(item(made.text("access_token")).json().get("item").toString()).isEqualTo(before);
    assertThat(before).contains("ITEM_LOGIN_REQUIRED", "Tartan Bank");
  }

  @Test
  void tokensAreStillGoodForWhatTheyWere() throws IOException {
    Reply made = Examples.item(caller, "ins_109508", "");
    String fresh = caller.plaid("/link/token/create", Examples.linkToken("")).text("link_token");
    String update =
        caller
            .plaid(
                "/link/token/create",
                Examples.linkToken("")
                    .replace(
                        "\"products\": [\"transactions\"],",
                        "\"access_token\": \"" + made.text("access_token") + "\",")
                    .replace("\"transactions\": {\"days_requested\": 730}", "\"products\": []"))
            .text("link_token");
    String unused =
        sandbox
            .link()
            .link(
                caller.plaid("/link/token/create", Examples.linkToken("")).text("link_token"),
                "ins_109508")
            .publicToken();

    runAgain();

    assertThat(sandbox.link().link(fresh, "ins_109508").publicToken()).isNotBlank();
    assertThat(sandbox.link().repair(update).item().itemId()).isEqualTo(made.text("item_id"));
    String exchange = "{\"public_token\": \"" + unused + "\"}";
    assertThat(caller.plaid("/item/public_token/exchange", exchange).status()).isEqualTo(200);
    runAgain();
    assertThat(caller.plaid("/item/public_token/exchange", exchange).text("error_code"))
        .isEqualTo("INVALID_PUBLIC_TOKEN");
  }

  @Test
  void linksEndUsersAndSettingsAreAsTheyWere() throws Throwable {
    Reply made = Examples.item(caller, "ins_109508", "");
    String id = made.text("item_id");
    sandbox.heron().settings().switches().set(HeronSettings.ACTIVE_AFTER, 60_000);
    caller.heron(
        "POST",
        LINKS,
        Examples.link(id, made.text("access_token"), "u")
            .replace("}", ", \"end_user_name\": \"Ann\"}"));
    sandbox.close();
    String kept = Files.readString(file).replace("60000", "20");
    Files.writeString(file, kept);

    run();

    assertThat(caller.heron("GET", "/api/end_users/u").body()).contains("\"name\":\"Ann\"");
    assertThat(caller.heron("GET", "/api/end_users/u/integration_links").body()).contains(id);
    Eventually.assertThat(
        () ->
            assertThat(sandbox.heron().links().find(id).orElseThrow().status())
                .isEqualTo(LinkStatus.ACTIVE));
  }

  @Test
  void itemOfTheDemonstrationIsRefusedOnceInAll() throws IOException {
    Reply made = Examples.item(caller, "ins_109512", "");
    String body = Examples.link(made.text("item_id"), made.text("access_token"), "u");
    sandbox.demoFaults();
    assertThat(caller.heron("POST", LINKS, body).status()).isEqualTo(422);

    runAgain();
    sandbox.demoFaults();

    assertThat(caller.heron("POST", LINKS, body).status()).isEqualTo(201);
  }

  @Test
  void fileIsWrittenWhileTheSandboxRuns() throws Throwable {
    String id = Examples.item(caller, "ins_109508", "").text("item_id");

    Eventually.assertThat(() -> assertThat(file).content().contains(id));
    caller.plain("POST", "/control/reset", "");
    Eventually.assertThat(() -> assertThat(file).content().doesNotContain(id));
  }

  @Test
  void unreadableFileIsSetAsideAndTheSandboxStartsEmpty() throws IOException {
    Examples.item(caller, "ins_109508", "");
    sandbox.close();
    Files.writeString(file, Files.readString(file).replace("\"heron\":", "\"other\":"));

    run();

    assertThat(sandbox.plaid().items().all()).isEmpty();
    assertThat(folder.resolve("sandbox.json.unreadable")).exists();
    assertThat(caller.plaid("/link/token/create", Examples.linkToken("")).status()).isEqualTo(200);
  }
}
