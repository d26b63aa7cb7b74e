package io.heronbridge.portal.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.persistence.access.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every page owes its readers, whatever stands on it. */
class PagesTest {
  private static final Map<String, String> PAGES = SamplePages.all(Role.ADMIN);
  private static final Map<String, String> VIEWERS = SamplePages.all(Role.VIEWER);
  private static final Map<String, String> OPERATORS = SamplePages.all(Role.OPERATOR);

  /** Pages that lead somewhere else than to viewers, and everybody's own account. */
  private static final String NOT_FOR_VIEWERS =
      "(users?|user-.*|keys?|keys?-.*|account.*|connect-.*|sign-in.*|confirm|item-removal-.*"
          + "|end-user-erasure|integration-new|integration-heron.*)";

  static Stream<String> pages() {
    return PAGES.keySet().stream();
  }

  static Stream<String> connectPages() {
    return pages().filter(name -> name.startsWith("connect-"));
  }

  /** For looking at them in a browser. */
  @BeforeAll
  static void keepPages() throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "pages"));
    for (Map.Entry<String, String> page : PAGES.entrySet()) {
      Files.writeString(folder.resolve(page.getKey() + ".html"), page.getValue());
    }
  }

  private static Document page(String name) {
    return Jsoup.parse(PAGES.get(name));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void hasOneHeadingOneMainAndATitle(String name) {
    Document page = page(name);

    assertThat(page.select("h1")).hasSize(1);
    assertThat(page.select("main")).hasSize(1);
    assertThat(page.selectFirst("html").attr("lang"))
        .isEqualTo(name.contains("spanish") ? "es" : "en");
    assertThat(page.title()).isNotBlank();
    assertThat(page.select("meta[name=viewport]").attr("content")).doesNotContain("maximum-scale");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void hasNothingInlineAndNothingUnrendered(String name) {
    Document page = page(name);

    assertThat(page.select("style, [style]")).isEmpty();
    assertThat(page.select("script:not([src])")).isEmpty();
    assertThat(
            page.getAllElements().stream()
                .flatMap(element -> element.attributes().asList().stream()))
        .noneMatch(attribute -> attribute.getKey().startsWith("on"))
        .noneMatch(attribute -> attribute.getKey().startsWith("th:"));
    assertThat(PAGES.get(name)).doesNotContain("${", "Optional[", "Optional.empty", "null");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyTableIsCaptionedAndScoped(String name) {
    for (Element table : page(name).select("table")) {
      assertThat(table.select("> caption")).hasSize(1);
      assertThat(table.select("th:not([scope])")).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyFieldHasALabelAndEveryDescriptionExists(String name) {
    Document page = page(name);

    for (Element field : page.select("input:not([type=hidden]), select, textarea")) {
      boolean labelled =
          field.hasAttr("aria-label")
              || field.closest("label") != null
              || !page.select("label[for=" + field.id() + "]").isEmpty();
      assertThat(labelled).as("label of %s", field).isTrue();
    }
    for (Element described : page.select("[aria-describedby], [aria-labelledby]")) {
      for (String id :
          (described.attr("aria-labelledby") + " " + described.attr("aria-describedby"))
              .trim()
              .split("\\s+")) {
        assertThat(page.getElementById(id)).as("%s of %s", id, described).isNotNull();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void idsAreUnique(String name) {
    List<String> ids = page(name).select("[id]").eachAttr("id");

    assertThat(ids).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyPostedFormCarriesItsKey(String name) {
    for (Element form : page(name).select("form[method=post]")) {
      if (!form.attr("action").equals("/admin/login")) {
        assertThat(form.select("input[name=csrf]").attr("value")).isEqualTo("form-key");
      }
    }
  }

  static Stream<String> viewersPages() {
    return pages().filter(name -> !name.matches(NOT_FOR_VIEWERS));
  }

  @ParameterizedTest
  @MethodSource("viewersPages")
  void viewersSeeNoButtonThatTheyMayNotUse(String name) {
    Document page = Jsoup.parse(VIEWERS.get(name));

    assertThat(page.select("main form[method=post] button")).isEmpty();
    assertThat(page.select("main a[href$=/new], main a[href*=integrations/heron]")).isEmpty();
    assertThat(page.select("#person-menu a").eachText()).doesNotContain("Users", "API keys");
  }

  @ParameterizedTest
  @MethodSource("viewersPages")
  void operatorsSeeNoFormOfAdministrators(String name) {
    Document page = Jsoup.parse(OPERATORS.get(name));

    assertThat(page.select("main form[method=post]").eachAttr("action"))
        .noneMatch(
            action ->
                action.matches(
                    "/admin/(item-removals|integration-removals|end-user-erasures|integration-brands)"))
        .noneMatch(action -> action.matches("/admin/(integrations|integration-events)/.*"));
    assertThat(page.select("form[action=/admin/repairs] button.danger")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("connectPages")
  void endUsersReadNoJargon(String name) {
    String text = page(name).body().text().toLowerCase();

    assertThat(text).doesNotContain("item", "token", "webhook", "api", "json");
  }

  @Test
  void fixedWordsAreThere() {
    assertThat(page("sign-in").select("label").eachText()).containsExactly("Username", "Password");
    assertThat(page("sign-in").select("button").eachText()).containsExactly("Sign in");
    assertThat(page("end-user").select("button").eachText()).contains("Copy hosted link");
    assertThat(page("links").select("button").eachText())
        .contains("Resend selected", "Resend all matching");
    assertThat(page("resend-job-planned").select("main button").eachText())
        .containsExactly("Resend 1,284 links", "Cancel");
    assertThat(page("resend-job-running").select("main form button").eachText())
        .containsExactly("Pause", "Cancel");
    assertThat(page("resend-job-paused").select("main form button").eachText())
        .containsExactly("Resume", "Cancel");
    assertThat(page("resend-job-done").select("main form button")).isEmpty();
    assertThat(page("link-cust_8812").select("main button").eachText()).contains("Resend");
    assertThat(page("webhook").select("main button").eachText()).contains("Resend");
    assertThat(page("event-failed").select("main button").eachText()).contains("Resend");
    assertThat(page("event-endpoint-on").select("main button").eachText())
        .contains("Save", "Send a test event", "Rotate secret", "Switch off");
    assertThat(page("event-endpoint-gone").select("main button").eachText())
        .contains("Switch on", "Switch off")
        .doesNotContain("Send a test event");
    assertThat(page("connect-banks").select("button").eachText())
        .contains("Connect a bank", "Reconnect", "Disconnect");
  }

  @Test
  void everyBankOffersWhatHelpsIt() {
    List<String> buttons = page("connect-states").select(".bank-actions button").eachText();

    assertThat(buttons)
        .containsExactly(
            "Disconnect",
            "Choose accounts",
            "Disconnect",
            "Reconnect",
            "Disconnect",
            "Reconnect",
            "Disconnect",
            "Connect again",
            "Disconnect");
  }

  @Test
  void onlyLinksThatWorkCanBeRevoked() {
    assertThat(page("end-user").select("form[action=/admin/hosted-link-revocations]")).hasSize(2);
  }

  @Test
  void wordsOfPlaidAreShownAsTextNotAsMarkup() {
    assertThat(page("end-user").select(".exits b")).isEmpty();
    assertThat(page("end-user").select(".exits").text()).contains("<b>The credentials</b>");
  }

  @Test
  void payloadIsShownAsTextNotAsMarkup() {
    assertThat(page("webhook").select(".payload b")).isEmpty();
    assertThat(page("webhook").select(".payload").text()).contains("<b>DEFAULT_UPDATE</b>");
  }

  @Test
  void wrongFieldsSayWhyAndStoredSecretsStayHidden() {
    Element url = page("integration").getElementById("heron-link_url");

    assertThat(url.attr("aria-invalid")).isEqualTo("true");
    assertThat(page("integration").getElementById("heron-link_url-problem").text())
        .isEqualTo("Must be an https URL.");
    assertThat(page("integration").select("input[type=password]"))
        .isNotEmpty()
        .allMatch(field -> field.attr("value").isEmpty());
  }
}
