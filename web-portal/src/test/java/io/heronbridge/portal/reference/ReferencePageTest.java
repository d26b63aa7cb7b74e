package io.heronbridge.portal.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.portal.page.SampleEngine;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReferencePageTest {
  private static final JsonObject DOCUMENT = ApiDocument.json();
  private static final String HTML =
      SampleEngine.render(
          "reference/page", ReferencePage.model(Reference.of(DOCUMENT), "https://bridge.example"));
  private static final Document PAGE = Jsoup.parse(HTML);

  /** For looking at it in a browser. */
  @BeforeAll
  static void keepPage() throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "pages"));
    Files.writeString(folder.resolve("api-reference.html"), HTML);
  }

  @Test
  void showsEveryOperationAndEveryShape() {
    long operations =
        DOCUMENT.getJsonObject("paths").values().stream()
            .mapToLong(path -> path.asJsonObject().size())
            .sum();

    assertThat(PAGE.select("details.call")).hasSize((int) operations);
    assertThat(PAGE.select(".shape h3").eachText())
        .containsExactlyElementsOf(
            DOCUMENT.getJsonObject("components").getJsonObject("schemas").keySet());
  }

  @Test
  void everyLinkWithinThePageLeadsSomewhere() {
    List<String> ids = PAGE.select("[id]").eachAttr("id");

    assertThat(ids).doesNotHaveDuplicates();
    assertThat(PAGE.select("a[href^=#]").eachAttr("href"))
        .isNotEmpty()
        .allMatch(link -> ids.contains(link.substring(1)));
  }

  @Test
  void hasNothingInlineAndNothingUnrendered() {
    assertThat(PAGE.select("h1")).hasSize(1);
    assertThat(PAGE.select("style, [style], script")).isEmpty();
    assertThat(HTML).doesNotContain("th:", "${", "Optional", "`");
    for (Element table : PAGE.select("table")) {
      assertThat(table.select("> caption")).hasSize(1);
      assertThat(table.select("th:not([scope])")).isEmpty();
    }
  }

  @Test
  void tellsTypesInWords() {
    assertThat(PAGE.getElementById("shape-Item").parent().text())
        .contains("error ItemError or null")
        .contains("created_at date-time")
        .contains("new_accounts boolean");
    assertThat(PAGE.getElementById("shape-ItemList").parent().text())
        .contains("data array of Item");
    assertThat(PAGE.getElementById("shape-LinkTokenRequest").parent().text())
        .contains("item_id optional string or null")
        .contains("Example: cust_8812");
  }
}
