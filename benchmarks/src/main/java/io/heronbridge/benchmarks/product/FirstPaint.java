package io.heronbridge.benchmarks.product;

import static io.heronbridge.benchmarks.workload.Measure.lower;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitUntilState;
import io.heronbridge.benchmarks.contender.Contender;
import io.heronbridge.benchmarks.lab.Lab;
import io.heronbridge.benchmarks.workload.Measure;
import io.heronbridge.benchmarks.workload.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** An end user opens a hosted link in a browser that has never been there. */
public final class FirstPaint implements ProductCase {
  private static final Measure MEDIAN = lower("first paint p50 ms", 0);
  private static final Measure SLOW = lower("first paint p95 ms", 0);
  private static final int WARM = 3;
  private static final int PERCENT = 100;

  private static final String PAINTED =
      """
      () => new Promise(done => new PerformanceObserver((list, self) => {
        const paint = list.getEntriesByName('first-contentful-paint')[0];
        if (paint) { self.disconnect(); done(paint.startTime); }
      }).observe({ type: 'paint', buffered: true }))""";

  private static final List<String> USUAL_NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");

  private final int visits;

  public FirstPaint(int visits) {
    this.visits = visits;
  }

  @Override
  public String title() {
    return "%,d first visits to the connect page".formatted(visits);
  }

  @Override
  public List<Measure> measures() {
    return List.of(MEDIAN, SLOW);
  }

  @Override
  public Outcome run(Lab lab, Contender contender) throws Exception {
    Map<String, String> environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    try (Scene scene = Scene.open(lab);
        Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        Browser browser =
            playwright
                .chromium()
                .launch(
                    new LaunchOptions()
                        .setExecutablePath(executable())
                        // Chromium refuses to be root otherwise; it opens our own pages only.
                        .setArgs(List.of("--no-sandbox")))) {
      List<Double> times = new ArrayList<>();
      for (int visit = 0; visit < WARM + visits; visit++) {
        double millis = paint(browser, hostedLink(scene, visit));
        if (visit >= WARM) {
          times.add(millis);
        }
      }
      List<Double> sorted = times.stream().sorted().toList();
      Outcome outcome = new Outcome();
      outcome.put(MEDIAN, sorted.get(visits * 50 / PERCENT));
      outcome.put(SLOW, sorted.get(visits * 95 / PERCENT - 1));
      return outcome;
    }
  }

  private static String hostedLink(Scene scene, int visit)
      throws IOException, InterruptedException {
    return scene
        .api()
        .post(
            "/link-sessions",
            Map.of("integration_id", scene.integrationId(), "end_user_id", "visitor-" + visit))
        .get("url")
        .getAsString();
  }

  /** From the click on the link, redirect and all, in a profile of its own. */
  private static double paint(Browser browser, String url) {
    try (BrowserContext profile = browser.newContext()) {
      // Plaid's own script does not hold the page up, and is not ours to measure.
      profile.route("https://**", Route::abort);
      Page page = profile.newPage();
      page.navigate(url, new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
      return ((Number) page.evaluate(PAINTED)).doubleValue();
    }
  }

  private static Path executable() throws IOException {
    String named = System.getenv("HERON_BRIDGE_CHROMIUM");
    if (named != null) {
      return Path.of(named);
    }
    return Arrays.stream(System.getenv("PATH").split(":"))
        .flatMap(folder -> USUAL_NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new IOException(
                    "no Chromium or Chrome: install one, or name it in HERON_BRIDGE_CHROMIUM"));
  }
}
