package io.heronbridge.launcher;

import io.heronbridge.launcher.demo.DemoState;
import java.util.ArrayList;
import java.util.List;

/** What a newcomer needs to know once everything runs. */
final class ClosingTable {
  private static final String ROW = "  %-14s %s";
  private final ApplicationSettings settings;
  private final DemoState demo;
  private final RunFolder run;

  ClosingTable(ApplicationSettings settings, DemoState demo, RunFolder run) {
    this.settings = settings;
    this.demo = demo;
    this.run = run;
  }

  /**
   * @param nodes of a cluster, one line for each; empty for a single application
   */
  List<String> lines(String sandboxPage, String hostedLink, List<String> nodes) {
    List<String> lines = new ArrayList<>();
    lines.addAll(
        List.of(
            "",
            row("Portal", settings.value("BRIDGE_PUBLIC_URL") + "/admin"),
            row("Sign in", signIn()),
            row("Hosted link", hostedLink),
            row("Sandbox", sandboxPage + "/"),
            row("API key", apiKey()),
            row("Logs", run.logs() + "/")));
    for (int i = 0; i < nodes.size(); i++) {
      lines.add(row("Node " + (i + 1), nodes.get(i)));
    }
    lines.add("");
    if (!nodes.isEmpty()) {
      lines.add("In another terminal, ./run cluster --nodes N makes it N nodes.");
    }
    lines.add("Ctrl-C stops everything; the next ./run goes on from here.");
    return lines;
  }

  private static String row(String name, String value) {
    return ROW.formatted(name, value);
  }

  private String signIn() {
    return settings.value("BRIDGE_ADMIN_PASSWORD").equals(demo.password())
        ? demo.username() + " / " + demo.password()
        : "as set in BRIDGE_ADMIN_USERNAME and BRIDGE_ADMIN_PASSWORD";
  }

  private String apiKey() {
    return settings.value("BRIDGE_API_BOOTSTRAP_KEY").equals(demo.apiKey())
        ? demo.apiKey()
        : "as set in BRIDGE_API_BOOTSTRAP_KEY";
  }
}
