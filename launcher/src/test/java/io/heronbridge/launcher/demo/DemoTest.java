package io.heronbridge.launcher.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.heronbridge.sandbox.Sandbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private HttpServer bridge;
  private Sandbox sandbox;

  @BeforeEach
  void start() throws IOException {
    bridge = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    bridge.start();
    sandbox = Sandbox.start(0);
  }

  @AfterEach
  void stop() {
    sandbox.close();
    bridge.stop(0);
  }

  private void answers(Map<String, String> bodies) {
    bodies.forEach(
        (path, body) ->
            bridge.createContext(
                path,
                exchange -> {
                  requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
                  byte[] bytes =
                      (exchange.getRequestMethod().equals("POST") && path.endsWith("integrations")
                              ? "{\"id\":\"itg_new\"}"
                              : body)
                          .getBytes(UTF_8);
                  exchange.sendResponseHeaders(200, bytes.length);
                  exchange.getResponseBody().write(bytes);
                  exchange.close();
                }));
  }

  private Demo demo() {
    return new Demo("http://127.0.0.1:" + bridge.getAddress().getPort(), "key");
  }

  @Test
  void firstStartMakesAnIntegrationAndAHostedLink() throws Exception {
    answers(
        Map.of(
            "/api/v1/integrations", "{\"data\":[]}",
            "/api/v1/integrations/itg_new/events",
                "{\"status\":\"unset\",\"new_secret\":\"whsec_dG9sZCBvbmNl\"}",
            "/api/v1/link-sessions", "{\"url\":\"http://localhost/connect/token\"}"));

    String url = demo().prepare(sandbox);

    assertThat(url).isEqualTo("http://localhost/connect/token");
    assertThat(requests)
        .containsExactly(
            "GET /api/v1/integrations?limit=1",
            "POST /api/v1/integrations",
            "GET /api/v1/integrations/itg_new/events",
            "PUT /api/v1/integrations/itg_new/events",
            "POST /api/v1/link-sessions");
  }

  @Test
  void laterStartKeepsTheIntegration() throws Exception {
    answers(
        Map.of(
            "/api/v1/integrations", "{\"data\":[{\"id\":\"itg_1\"}]}",
            "/api/v1/integrations/itg_1/events", "{\"status\":\"on\"}",
            "/api/v1/link-sessions", "{\"url\":\"http://localhost/connect/token\"}"));

    demo().prepare(sandbox);

    assertThat(requests)
        .doesNotContain("POST /api/v1/integrations", "PUT /api/v1/integrations/itg_1/events");
  }

  @Test
  void refusalNamesTheCallButNotTheKey() {
    assertThatThrownBy(() -> demo().prepare(sandbox))
        .isInstanceOf(IOException.class)
        .hasMessage("GET /integrations?limit=1 was answered with 404");
  }

  @Test
  void signInAndKeysAreTheSameAtTheNextStart(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("demo.properties");

    DemoState first = DemoState.keptIn(file, 8080);
    DemoState second = DemoState.keptIn(file, 9090);

    assertThat(second).isEqualTo(first);
    assertThat(first.toString()).doesNotContain(first.password());
  }
}
