package io.heronbridge.portal.admin.integrations;

import io.heronbridge.integration.guide.SetUpBoard;
import io.heronbridge.integration.guide.SetUpGuide;
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
import java.time.Clock;
import java.util.UUID;

/** The guide that leads through an integration's set-up, up to a bank that is connected. */
@WebServlet("/admin/integrations/set-up")
@ServletSecurity(@HttpConstraint(rolesAllowed = Role.Names.VIEWER))
public class SetUpPage extends AdminPage {
  static final String PAGE = "/admin/integrations/set-up";
  private static final long serialVersionUID = 1L;

  @Inject transient SetUpBoard board;
  @Inject transient Clock clock;

  public SetUpPage() {
    super("integrations");
  }

  static String address(UUID integration) {
    return PAGE + "?integration=" + integration;
  }

  @Override
  protected View show(Visit visit) {
    SetUpGuide guide = board.guide(id(visit), caller(visit));
    return framed(
        visit,
        "admin/integrations/set-up",
        GuideModel.of(guide, TypedForm.empty(), clock.instant()));
  }

  static UUID id(Visit visit) {
    return visit
        .id("integration")
        .orElseThrow(() -> new InvalidInputException("integration", "is missing"));
  }
}
