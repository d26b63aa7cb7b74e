package io.heronbridge.portal.admin.integrations;

import io.heronbridge.integration.problem.ConflictException;
import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.integration.setup.IntegrationDraft;
import io.heronbridge.integration.setup.IntegrationSetup;
import io.heronbridge.integration.setup.IntegrationView;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.portal.admin.AdminPage;
import io.heronbridge.portal.page.Flash;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import java.util.Map;
import java.util.Optional;

/** The guided form for a new integration, in the order of Heron's own guide. */
@WebServlet("/admin/integrations/new")
@ServletSecurity(@HttpConstraint(rolesAllowed = Role.Names.ADMIN))
public class NewIntegrationPage extends AdminPage {
  private static final long serialVersionUID = 1L;

  @Inject transient IntegrationSetup setup;

  public NewIntegrationPage() {
    super("integrations");
  }

  @Override
  protected View show(Visit visit) {
    return form(visit, 200, IntegrationForm.fresh(), Optional.empty());
  }

  @Override
  protected View act(Visit visit) {
    IntegrationForm form = IntegrationForm.typed(visit, Optional.empty());
    IntegrationDraft draft = form.draft(visit);
    if (!form.isFine()) {
      return form(visit, 422, form, Optional.empty());
    }
    try {
      IntegrationView made = setup.create(draft, caller(visit));
      if (made.heron().isUnchosen()) {
        return View.moved(
            ChooseHeronPage.address(made.id()),
            Flash.done(
                made.name() + " is saved. Now choose which of Heron's integrations it uses."));
      }
      return View.moved(
          SetUpPage.address(made.id()),
          Flash.done(made.name() + " is saved. Now see that it works."));
    } catch (InvalidInputException e) {
      form.add(e.problems());
      return form(visit, 422, form, Optional.empty());
    } catch (ConflictException e) {
      return form(visit, 409, form, Optional.of(e.getMessage()));
    }
  }

  private View form(Visit visit, int status, IntegrationForm form, Optional<String> conflict) {
    return framed(
        visit, status, "admin/integrations/new", Map.of("form", form, "conflict", conflict));
  }
}
