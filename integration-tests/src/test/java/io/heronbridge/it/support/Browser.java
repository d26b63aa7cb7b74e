package io.heronbridge.it.support;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine's own Chromium or Chrome, without a window. */
public final class Browser implements AutoCloseable {
  private static final String VARIABLE = "HERON_BRIDGE_CHROMIUM";

  /** A page's first time on a busy machine takes longer than Playwright's five seconds. */
  private static final double PATIENCE_MILLIS = 20_000;

  private static final List<String> USUAL_PLACES =
      List.of(
          "/usr/bin/chromium",
          "/usr/bin/chromium-browser",
          "/usr/bin/google-chrome",
          "/usr/bin/google-chrome-stable",
          "/snap/bin/chromium",
          "/Applications/Chromium.app/Contents/MacOS/Chromium",
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;

  Browser() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    chromium =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(executable())
                    // Chromium refuses to be root otherwise; it opens our own pages only.
                    .setArgs(List.of("--no-sandbox")));
  }

  private static Path executable() {
    return Stream.concat(
            Optional.ofNullable(System.getenv(VARIABLE)).stream(), USUAL_PLACES.stream())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "No Chromium or Chrome found: install one, or name it in "
                        + VARIABLE
                        + ", or leave the browser tests out with -Dbridge.browser=false."));
  }

  /** A new page in a profile of its own; paths are relative to the server. */
  public Page open(BridgeServer server) {
    return open(server, true);
  }

  /** The same in a browser that runs no scripts. */
  public Page openWithoutScripts(BridgeServer server) {
    return open(server, false);
  }

  private Page open(BridgeServer server, boolean scripts) {
    BrowserContext profile =
        chromium.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(server.url().toString())
                .setJavaScriptEnabled(scripts));
    return profile.newPage();
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }
}
