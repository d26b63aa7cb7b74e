package io.heronbridge.it.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.heronbridge.it.support.Answer;
import io.heronbridge.it.support.ApiClient;
import io.heronbridge.it.support.ConnectVisit;
import io.heronbridge.it.support.Examples;
import io.heronbridge.it.support.Pictures;
import io.heronbridge.it.support.Scenario;
import io.heronbridge.it.support.Visitors;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A lender's logo and colour: set, checked, shown, and forgotten. */
class BrandIT {
  private final Scenario scenario = Scenario.onSharedServer();
  private final ApiClient api = scenario.server().api();
  private final String brand = "/api/v1/integrations/" + scenario.integration() + "/brand";

  @AfterEach
  void forget() {
    api.delete(brand);
  }

  private static JsonObject look(String colour, String logo) {
    JsonObject look = new JsonObject();
    look.addProperty("colour", colour);
    if (logo != null) {
      look.addProperty("logo", logo);
    }
    return look;
  }

  private static String logo() {
    return Pictures.base64(Pictures.picture("png", 640, 160));
  }

  @Test
  void connectPageShowsLogoAndColourFromItsOwnOriginUntilTheyAreForgotten() {
    Answer set = api.put(brand, look("#7A1FA2", logo()));

    assertThat(set.status()).as(set.body()).isEqualTo(200);
    assertThat(set.text("colour")).isEqualTo("#7a1fa2");
    String picture = URI.create(set.text("logo_url")).getPath();
    ConnectVisit visit = ConnectVisit.open(scenario, Examples.anEndUser());
    Answer page = visit.get("/connect/session");
    assertThat(page.body())
        .contains("src=\"" + picture + "\"", "href=\"/brand/colours/7a1fa2.css?v=")
        .doesNotContain("class=\"mark\"");
    assertThat(page.header("Content-Security-Policy"))
        .contains("style-src 'self';", "img-src 'self' data:;");
    assertForever(picture, "image/png");
    assertForever("/brand/colours/7a1fa2.css?v=1", "text/css");

    assertThat(api.delete(brand).status()).isEqualTo(204);

    assertThat(visit.get("/connect/session").body())
        .contains("class=\"mark\"")
        .doesNotContain("/brand/");
    assertThat(scenario.server().anyone().get(picture).status()).isEqualTo(404);
  }

  private void assertForever(String address, String type) {
    Answer answer = scenario.server().anyone().get(address);
    assertThat(answer.status()).as(address).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith(type);
    assertThat(answer.header("Cache-Control")).contains("immutable");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void absentLogoStaysAndChangesAreInTheAuditTrail() {
    String first = api.put(brand, look("#0b6b67", logo())).text("logo_url");

    Answer second = api.put(brand, look("#ffd400", null));

    assertThat(second.text("logo_url")).isEqualTo(first);
    assertThat(second.text("colour")).isEqualTo("#ffd400");
    assertThat(
            scenario
                .server()
                .database()
                .number(
                    "SELECT count(*) FROM audit_entry WHERE subject = ?"
                        + " AND action = 'integration.brand' AND detail LIKE 'colour #ffd400, logo %'",
                    "integration:" + scenario.integration()))
        .isPositive();
  }

  @Test
  void changeThatSomebodyElseMadeMeanwhileIsNotUndone() {
    String tag = api.get(brand).header("ETag");
    ApiClient careful = api.with("If-Match", tag);

    assertThat(careful.put(brand, look("#0b6b67", null)).status()).isEqualTo(200);
    assertThat(careful.put(brand, look("#ffd400", null)).status()).isEqualTo(412);
    assertThat(careful.delete(brand).status()).isEqualTo(412);

    assertThat(api.get(brand).text("colour")).isEqualTo("#0b6b67");
    assertThat(api.get(brand).header("ETag")).isNotEqualTo(tag);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "red",
        "#12345",
        "#1234567",
        "#12345g",
        "<b>",
        "#000;}*",
        "\u202e#0b6b6",
        "#0b6b6\u0000",
        "0b6b67"
      })
  void whatIsNoColourIsRefusedByName(String colour) {
    Answer answer = api.put(brand, look(colour, null));

    assertThat(answer.status()).as(answer.body()).isBetween(400, 422);
    assertThat(answer.json().getAsJsonArray("errors").toString()).contains("\"colour\"");
    assertThat(api.get(brand).json().get("colour").isJsonNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        "<!DOCTYPE html><script>alert(1)</script>",
        "GIF89a\u0001\u0000\u0001\u0000",
        "RIFF\u0000\u0000\u0000\u0000WEBPVP8 ",
        "\u0000"
      })
  void whatIsNoPictureIsRefusedByItsBytes(String file) {
    Answer answer = api.put(brand, look(null, Pictures.base64(file.getBytes(UTF_8))));

    assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    assertThat(answer.body()).contains("must be a PNG or JPEG picture");
    assertThat(api.get(brand).json().get("logo_url").isJsonNull()).isTrue();
  }

  @Test
  void tooMuchIsRefused() {
    Answer file = api.put(brand, look(null, Pictures.base64(new byte[64 * 1024 + 1])));
    Answer body = api.put(brand, look(null, "A".repeat(10 * 1024 * 1024)));
    Answer text = api.put(brand, look(null, "not base64!"));

    assertThat(file.status()).isEqualTo(422);
    assertThat(file.body()).contains("must be at most 64 KiB");
    assertThat(body.status()).isEqualTo(400);
    assertThat(body.body()).contains("at most 1 MiB");
    assertThat(text.status()).isEqualTo(400);
    assertThat(text.body()).contains("Base64");
  }

  @Test
  void othersNeitherReadNorChangeIt() {
    Visitors visitors = new Visitors(scenario.server().database());
    ApiClient other =
        scenario.server().anyone().withKey(visitors.keyFor(UUID.randomUUID().toString()));

    assertThat(other.get(brand).status()).isEqualTo(404);
    assertThat(other.put(brand, look("#zzzzzz", null)).status()).isEqualTo(404);
    assertThat(scenario.server().anyone().withKey(visitors.readOnlyKey()).delete(brand).status())
        .isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/brand/colours/red.css",
        "/brand/colours/7A1FA2.css",
        "/brand/colours/7a1fa2.css/x",
        "/brand/logos/",
        "/brand/logos/0a.png"
      })
  void oddAddressesAreNotFound(String address) {
    assertThat(scenario.server().anyone().get(address).status()).isEqualTo(404);
  }
}
