package io.heronbridge.portal.admin.integrations;

import io.heronbridge.integration.guide.SetUpBoard;
import io.heronbridge.integration.guide.TestConnection;
import io.heronbridge.integration.link.HostedLink;
import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.portal.admin.AdminPage;
import io.heronbridge.portal.admin.TypedForm;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;

/** Begins a test connection and opens its hosted link: in a tab of its own, as the form asks. */
@WebServlet("/admin/test-connections")
@ServletSecurity(@HttpConstraint(rolesAllowed = Role.Names.OPERATOR))
public class TestConnectionAction extends AdminPage {
  private static final long serialVersionUID = 1L;

  @Inject transient TestConnection test;
  @Inject transient SetUpBoard board;
  @Inject transient Clock clock;

  public TestConnectionAction() {
    super("integrations");
  }

  @Override
  protected View show(Visit visit) {
    return View.moved(
        visit.id("integration").map(SetUpPage::address).orElse(IntegrationsPage.LIST));
  }

  @Override
  protected View act(Visit visit) {
    UUID id = SetUpPage.id(visit);
    TypedForm typed = TypedForm.of(visit, "end_user_id");
    try {
      HostedLink made =
          test.begin(id, typed.value("end_user_id"), visit.has("understood"), caller(visit));
      // The path alone: the browser's policy lets forms lead to its own origin only.
      return View.moved(URI.create(made.url()).getRawPath());
    } catch (InvalidInputException e) {
      return framed(
          visit,
          422,
          "admin/integrations/set-up",
          GuideModel.of(board.guide(id, caller(visit)), typed.with(e.problems()), clock.instant()));
    }
  }
}
