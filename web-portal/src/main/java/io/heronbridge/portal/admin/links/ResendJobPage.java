package io.heronbridge.portal.admin.links;

import io.heronbridge.integration.problem.ConflictException;
import io.heronbridge.integration.resendjob.ResendBoard;
import io.heronbridge.integration.resendjob.ResendDesk;
import io.heronbridge.integration.resendjob.ResendJobView;
import io.heronbridge.integration.setup.IntegrationSetup;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.portal.admin.AdminPage;
import io.heronbridge.portal.admin.Choices;
import io.heronbridge.portal.admin.Confirmation;
import io.heronbridge.portal.admin.Confirmation.Field;
import io.heronbridge.portal.page.Flash;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.HttpMethodConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One resend job: what it would do, how far it is, and the ways to start, hold and stop it. */
@WebServlet("/admin/resend-jobs/*")
@ServletSecurity(
    value = @HttpConstraint(rolesAllowed = Role.Names.VIEWER),
    httpMethodConstraints =
        @HttpMethodConstraint(value = "POST", rolesAllowed = Role.Names.OPERATOR))
public class ResendJobPage extends AdminPage {
  private static final long serialVersionUID = 1L;

  @Inject transient ResendBoard board;
  @Inject transient ResendDesk desk;
  @Inject transient IntegrationSetup setup;
  @Inject transient Clock clock;

  public ResendJobPage() {
    super("links");
  }

  @Override
  protected View show(Visit visit) {
    ResendJobView job = board.get(visit.tailId("resend job"), caller(visit));
    Choices choices = new Choices(setup.list(caller(visit)));
    Map<String, Object> model = new HashMap<>();
    model.put("job", job);
    model.put("words", ResendWords.of(job));
    model.put("facts", job.plan().map(ResendWords::facts).orElse(List.of()));
    model.put("about", ResendWords.about(job.about(), choices, clock.instant()));
    model.put("ribbon", choices.ribbon());
    return framed(visit, "admin/links/resend-job", model);
  }

  @Override
  protected View act(Visit visit) {
    UUID id = visit.tailId("resend job");
    String own = ResendJobsPage.LIST + "/" + id;
    try {
      switch (visit.text("change").orElse("")) {
        case "start" -> desk.start(id, caller(visit));
        case "pause" -> desk.pause(id, caller(visit));
        case "resume" -> desk.resume(id, caller(visit));
        case "cancel" -> {
          ResendJobView job = board.get(id, caller(visit));
          if (job.isOpen() && !visit.has("confirmed")) {
            return framed(visit, "admin/confirm", Map.of("question", question(job, own)));
          }
          desk.cancel(id, caller(visit));
        }
        default -> {
          return View.moved(own);
        }
      }
      return View.moved(own);
    } catch (ConflictException e) {
      return View.moved(own, Flash.problem(e.getMessage()));
    }
  }

  private static Confirmation question(ResendJobView job, String own) {
    return new Confirmation(
        "Cancel this resend job?",
        List.of(
            ResendWords.links(job.links().remaining()) + " not resent yet stay failed.",
            ResendWords.links(job.links().resent()) + " resent already go on."),
        new Confirmation.Target(own, "Cancel the job", true),
        own,
        List.of(new Field("change", "cancel"), new Field("confirmed", "yes")));
  }
}
