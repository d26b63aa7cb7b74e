package io.heronbridge.portal.admin.links;

import io.heronbridge.integration.listing.Page;
import io.heronbridge.integration.resendjob.ResendBoard;
import io.heronbridge.integration.resendjob.ResendJobView;
import io.heronbridge.integration.setup.IntegrationSetup;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.portal.admin.AdminPage;
import io.heronbridge.portal.admin.Choices;
import io.heronbridge.portal.page.Address;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** All resend jobs, newest first. */
@WebServlet("/admin/resend-jobs")
@ServletSecurity(@HttpConstraint(rolesAllowed = Role.Names.VIEWER))
public class ResendJobsPage extends AdminPage {
  static final String LIST = "/admin/resend-jobs";

  private static final long serialVersionUID = 1L;

  @Inject transient ResendBoard board;
  @Inject transient IntegrationSetup setup;
  @Inject transient Clock clock;

  /** A job as a line of the list. */
  public record Row(ResendJobView job, String about) {}

  public ResendJobsPage() {
    super("links");
  }

  @Override
  protected View show(Visit visit) {
    Optional<String> cursor = visit.text("cursor");
    Page<ResendJobView> page = board.jobs(cursor, ROWS, caller(visit));
    Choices choices = new Choices(setup.list(caller(visit)));
    Map<String, Object> model = new HashMap<>();
    model.put(
        "rows",
        page.map(job -> new Row(job, ResendWords.about(job.about(), choices, clock.instant())))
            .data());
    putPages(model, Address.of(LIST), cursor, page);
    model.put("ribbon", choices.ribbon());
    return framed(visit, "admin/links/resend-jobs", model);
  }
}
