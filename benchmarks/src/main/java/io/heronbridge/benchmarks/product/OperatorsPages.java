package io.heronbridge.benchmarks.product;

import static io.heronbridge.benchmarks.workload.Measure.lower;

import io.heronbridge.benchmarks.contender.Contender;
import io.heronbridge.benchmarks.lab.Lab;
import io.heronbridge.benchmarks.workload.Measure;
import io.heronbridge.benchmarks.workload.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An operator turns the pages of every list while the tables are full. */
public final class OperatorsPages implements ProductCase {
  private static final int WARM = 15;
  private static final int LOOKS = 60;
  private static final int DEEP = 3;
  private static final int PERCENT = 95;

  private static final Map<String, String> LISTS = new LinkedHashMap<>();

  static {
    LISTS.put("overview", "/admin");
    LISTS.put("links", "/admin/links");
    LISTS.put("failed links", "/admin/links?status=failed");
    LISTS.put("links of one", "/admin/links?end_user_id=customer-777");
    LISTS.put("items", "/admin/items");
    LISTS.put("items to reconnect", "/admin/items?status=login_required");
    LISTS.put("webhooks", "/admin/webhooks");
    LISTS.put("failed webhooks", "/admin/webhooks?status=failed");
    LISTS.put("webhooks of an item", "/admin/webhooks?item_id=years-777");
    LISTS.put("end users", "/admin/end-users");
    LISTS.put("end users by text", "/admin/end-users?query=customer-77");
    LISTS.put("audit", "/admin/audit");
    LISTS.put("audit of one", "/admin/audit?actor=key:backend");
  }

  private final int links;

  public OperatorsPages(int links) {
    this.links = links;
  }

  @Override
  public String title() {
    return "%,d links with 5 attempts each, as many items, webhooks and audit entries: p95 in ms"
        .formatted(links);
  }

  @Override
  public List<Measure> measures() {
    return LISTS.keySet().stream().map(OperatorsPages::measure).toList();
  }

  private static Measure measure(String list) {
    return lower(list, 0);
  }

  @Override
  public Outcome run(Lab lab, Contender contender) throws Exception {
    try (Scene scene = Scene.open(lab, new Scene.Plan(1, 0, OperatorsBrowser.CREDENTIALS))) {
      YearsOfLinks.put(lab, scene.integrationId(), links);
      OperatorsBrowser browser = OperatorsBrowser.signIn(scene.node(1).url());
      Outcome outcome = new Outcome();
      for (Map.Entry<String, String> list : LISTS.entrySet()) {
        outcome.put(measure(list.getKey()), p95(pages(browser, list.getValue()), browser));
      }
      return outcome;
    }
  }

  /** The first page and one further on, if there is one: keyset paging makes them equal. */
  private static List<String> pages(OperatorsBrowser browser, String list)
      throws IOException, InterruptedException {
    String last = list;
    Optional<String> next = browser.look(list).next();
    for (int depth = 1; depth < DEEP && next.isPresent(); depth++) {
      last = next.get();
      next = browser.look(last).next();
    }
    return List.of(list, last);
  }

  private static double p95(List<String> pages, OperatorsBrowser browser)
      throws IOException, InterruptedException {
    List<Double> times = new ArrayList<>();
    for (int look = 0; look < WARM + LOOKS; look++) {
      double millis = browser.look(pages.get(look % pages.size())).millis();
      if (look >= WARM) {
        times.add(millis);
      }
    }
    return times.stream().sorted().toList().get(LOOKS * PERCENT / 100 - 1);
  }
}
