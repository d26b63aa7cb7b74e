package io.heronbridge.it.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.heronbridge.it.support.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Alerts and dashboard name only what is measured, and the handbook tells of all of it. */
class MonitoringFilesIT {
  private static final Path DOCS = Path.of("..", "docs");
  private static final Pattern METRIC = Pattern.compile("\\bbridge_[a-z_]+");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

  private static Set<String> families;
  private static Set<String> samples;

  @BeforeAll
  static void scrape() {
    String text = Scenario.onSharedServer().server().anyone().get("/metrics").body();
    samples = metricsIn(text.replaceAll("(?m)^#.*$", ""));
    families =
        samples.stream()
            .map(name -> name.replaceFirst("_(bucket|count|sum|max)$", ""))
            .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> metricsIn(String text) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = METRIC.matcher(text);
    while (matcher.find()) {
      names.add(matcher.group());
    }
    return names;
  }

  private static String read(String file) throws IOException {
    return Files.readString(DOCS.resolve(file));
  }

  @Test
  void alertsNameWhatIsMeasuredAndWhereTheHandbookHelps() throws IOException {
    List<Map<String, Object>> rules = rules();
    Set<String> anchors = anchors();

    assertThat(rules).isNotEmpty();
    for (Map<String, Object> rule : rules) {
      String expression = (String) rule.get("expr");
      assertThat(samples).as(expression).containsAll(metricsIn(expression));
      assertThat(expression).containsAnyOf("bridge_", "up{");
      Map<?, ?> annotations = (Map<?, ?>) rule.get("annotations");
      assertThat((String) annotations.get("summary")).isNotBlank();
      assertThat(anchors).contains((String) annotations.get("handbook"));
      assertThat(((Map<?, ?>) rule.get("labels")).get("severity")).isIn("page", "ticket");
    }
    assertThat(rules).extracting(rule -> rule.get("alert")).doesNotHaveDuplicates();
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> rules() throws IOException {
    Map<String, List<Map<String, Object>>> file = new Yaml().load(read("monitoring/alerts.yml"));
    return file.get("groups").stream()
        .flatMap(group -> ((List<Map<String, Object>>) group.get("rules")).stream())
        .toList();
  }

  /** As they are made from headings where the handbook is read. */
  private static Set<String> anchors() throws IOException {
    Set<String> anchors = new TreeSet<>();
    Matcher heading = HEADING.matcher(read("operations.md"));
    while (heading.find()) {
      String words = heading.group(1).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "");
      anchors.add("operations.md#" + words.replace(' ', '-'));
    }
    return anchors;
  }

  @Test
  void dashboardShowsWhatIsMeasured() throws IOException {
    JsonObject dashboard =
        JsonParser.parseString(read("monitoring/dashboard.json")).getAsJsonObject();
    List<String> expressions = new ArrayList<>();
    for (JsonElement panel : dashboard.getAsJsonArray("panels")) {
      if (panel.getAsJsonObject().has("targets")) {
        assertThat(panel.getAsJsonObject().get("description").getAsString()).isNotBlank();
        for (JsonElement target : panel.getAsJsonObject().getAsJsonArray("targets")) {
          expressions.add(target.getAsJsonObject().get("expr").getAsString());
        }
      }
    }

    assertThat(expressions)
        .isNotEmpty()
        .allSatisfy(
            expression -> assertThat(metricsIn(expression)).isNotEmpty().isSubsetOf(samples));
  }

  @Test
  void handbookTellsOfEveryMetricAndOfNoOther() throws IOException {
    assertThat(
            metricsIn(read("operations.md").replace("`_bytes`", "`bridge_spool_webhooks_bytes`")))
        .isEqualTo(families);
  }
}
