package io.heronbridge.benchmarks.report;

import io.heronbridge.benchmarks.contender.Profile;
import io.heronbridge.benchmarks.workload.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Bars up to the median, with a line from the worst run to the best. Dark and light pages alike.
 */
final class RangeChart {
  private static final int WIDTH = 760;
  private static final int LEFT = 250;
  private static final int RIGHT = 90;
  private static final int ROW = 28;
  private static final int TOP = 34;
  private static final int BAR = 14;

  private static final String STYLE =
      """
      <style>
        text { font: 13px system-ui, sans-serif; fill: #24292f; }
        .bar { fill: #6b9bd1; }
        .limit { fill: #b9bec4; }
        .range { stroke: #24292f; stroke-width: 2; }
        @media (prefers-color-scheme: dark) {
          text { fill: #e6edf3; }
          .bar { fill: #4a7ab0; }
          .limit { fill: #6e7681; }
          .range { stroke: #e6edf3; }
        }
      </style>
      """;

  private RangeChart() {}

  static String of(CaseResult result) {
    Measure measure = result.asked().measures().get(0);
    List<String> rows = new ArrayList<>();
    double most =
        result.contenders().stream()
            .map(profile -> result.spread(profile, measure))
            .filter(spread -> !spread.isEmpty())
            .mapToDouble(Spread::most)
            .max()
            .orElse(1);
    for (Profile profile : result.contenders()) {
      Spread spread = result.spread(profile, measure);
      if (!spread.isEmpty()) {
        rows.add(row(profile, spread, measure.digits(), new Scale(rows.size(), most)));
      }
    }
    String title = "%s, %s is better".formatted(measure.name(), better(measure));
    return head(TOP + ROW * rows.size() + 8, title) + String.join("", rows) + "</svg>\n";
  }

  private static String better(Measure measure) {
    return measure.better().name().toLowerCase(Locale.ROOT);
  }

  private static String head(int height, String title) {
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-label="%s">
    %s<text x="0" y="18">%s</text>
    """
        .formatted(WIDTH, height, title, STYLE, title);
  }

  /** Where a row lies and how long a value is. */
  private record Scale(int row, double most) {
    int y() {
      return TOP + ROW * row;
    }

    double x(double value) {
      return most == 0 ? 0 : value / most * (WIDTH - LEFT - RIGHT);
    }
  }

  private static String row(Profile profile, Spread spread, int digits, Scale scale) {
    String kind = profile.name().startsWith("limit-") ? "limit" : "bar";
    int middle = scale.y() + BAR / 2;
    return String.format(
        Locale.ROOT,
        """
        <text x="0" y="%d">%s</text>
        <rect class="%s" x="%d" y="%d" width="%.1f" height="%d"/>
        <line class="range" x1="%.1f" y1="%d" x2="%.1f" y2="%d"/>
        <text x="%.1f" y="%d">%s</text>
        """,
        scale.y() + BAR - 2,
        WorkloadReport.label(profile),
        kind,
        LEFT,
        scale.y(),
        scale.x(spread.median()),
        BAR,
        LEFT + scale.x(spread.least()),
        middle,
        LEFT + scale.x(spread.most()),
        middle,
        LEFT + scale.x(spread.most()) + 8,
        scale.y() + BAR - 2,
        Spread.number(spread.median(), digits));
  }
}
