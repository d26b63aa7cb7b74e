package io.heronbridge.sandbox.control;

import io.heronbridge.sandbox.http.Answer;
import io.heronbridge.sandbox.http.Handler;
import io.heronbridge.sandbox.http.Request;
import io.heronbridge.sandbox.http.Router;
import io.heronbridge.sandbox.http.StaticFile;
import java.util.Map;

/** The page at the root, which shows people what the sandbox has seen. */
public final class OverviewPage implements Handler {
  private static final Map<String, String> OWN_PARTS_ONLY =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
              + "frame-ancestors 'none'");
  private final Router router =
      new Router(request -> Answer.refusal(404, "no such page"))
          .get("/", file("overview.html", OWN_PARTS_ONLY))
          .get("/overview.css", file("overview.css", Map.of()))
          .get("/overview.js", file("overview.js", Map.of()));

  private static StaticFile file(String name, Map<String, String> headers) {
    return new StaticFile(OverviewPage.class, name, headers);
  }

  @Override
  public Answer handle(Request request) {
    return router.handle(request);
  }
}
