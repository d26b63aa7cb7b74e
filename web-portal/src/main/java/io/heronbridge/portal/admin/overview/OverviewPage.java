package io.heronbridge.portal.admin.overview;

import io.heronbridge.integration.history.HistoryBoard;
import io.heronbridge.integration.history.Range;
import io.heronbridge.integration.overview.Overview;
import io.heronbridge.integration.overview.OverviewDesk;
import io.heronbridge.integration.setup.IntegrationSetup;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.portal.admin.AdminPage;
import io.heronbridge.portal.admin.Choices;
import io.heronbridge.portal.page.TimeWords;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The first page: what needs a person now, and how every integration is doing. */
@WebServlet("/admin")
@ServletSecurity(@HttpConstraint(rolesAllowed = Role.Names.VIEWER))
public class OverviewPage extends AdminPage {
  private static final long serialVersionUID = 1L;

  @Inject transient OverviewDesk desk;
  @Inject transient HistoryBoard history;
  @Inject transient IntegrationSetup setup;
  @Inject transient Clock clock;

  public OverviewPage() {
    super("overview");
  }

  @Override
  protected View show(Visit visit) {
    Overview overview = desk.overview(caller(visit));
    Charts charts = Charts.of(history.history(range(visit)));
    Map<String, Object> model = new HashMap<>(model(overview, charts, clock.instant()));
    model.put("ribbon", new Choices(setup.list(caller(visit))).ribbon());
    return framed(visit, "admin/overview", model);
  }

  private static Range range(Visit visit) {
    return switch (visit.text("range").orElse("")) {
      case "day" -> Range.DAY;
      case "week" -> Range.WEEK;
      default -> Range.HOUR;
    };
  }

  /** What the template shows. */
  public static Map<String, Object> model(Overview overview, Charts charts, Instant now) {
    return Map.of(
        "overview",
        overview,
        "needs",
        Need.of(overview, now),
        "figures",
        Figure.of(overview, new TimeWords(now)),
        "charts",
        charts,
        "rows",
        overview.integrations().stream().map(IntegrationRow::of).toList(),
        "now",
        now);
  }
}
