package io.heronbridge.portal.health;

import static io.heronbridge.persistence.json.JsonLibrary.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Named checks in the JSON shape of MicroProfile Health. */
final class HealthReport {
  private final JsonArrayBuilder checks = JSON.createArrayBuilder();

  HealthReport check(String name, boolean up, String explanation) {
    JsonObjectBuilder check = JSON.createObjectBuilder().add("name", name).add("status", word(up));
    if (!explanation.isEmpty()) {
      check.add("data", JSON.createObjectBuilder().add("explanation", explanation));
    }
    checks.add(check);
    return this;
  }

  /**
   * @param up what the checks come to; one that is down need not matter
   */
  void write(boolean up, HttpServletResponse response) throws IOException {
    response.setStatus(up ? 200 : 503);
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response
        .getWriter()
        .write(
            JSON.createObjectBuilder()
                .add("status", word(up))
                .add("checks", checks)
                .build()
                .toString());
  }

  private static String word(boolean up) {
    return up ? "UP" : "DOWN";
  }
}
