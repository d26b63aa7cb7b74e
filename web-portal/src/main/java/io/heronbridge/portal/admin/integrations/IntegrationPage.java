package io.heronbridge.portal.admin.integrations;

import io.heronbridge.integration.brand.BrandSetup;
import io.heronbridge.integration.guide.SetUpBoard;
import io.heronbridge.integration.problem.ConflictException;
import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.integration.setup.IntegrationDraft;
import io.heronbridge.integration.setup.IntegrationSetup;
import io.heronbridge.integration.setup.IntegrationView;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.portal.admin.AdminPage;
import io.heronbridge.portal.admin.Choices;
import io.heronbridge.portal.page.Flash;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.HttpMethodConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One integration: its state, its addresses, and the form to change it. */
@WebServlet("/admin/integrations/*")
@ServletSecurity(
    value = @HttpConstraint(rolesAllowed = Role.Names.VIEWER),
    httpMethodConstraints = @HttpMethodConstraint(value = "POST", rolesAllowed = Role.Names.ADMIN))
public class IntegrationPage extends AdminPage {
  private static final long serialVersionUID = 1L;

  @Inject transient IntegrationSetup setup;
  @Inject transient SetUpBoard guides;
  @Inject transient BrandSetup brands;

  public IntegrationPage() {
    super("integrations");
  }

  @Override
  protected View show(Visit visit) {
    IntegrationView stored = setup.get(visit.tailId("integration"), caller(visit));
    return page(visit, stored, IntegrationForm.of(stored), Optional.empty());
  }

  @Override
  protected View act(Visit visit) {
    IntegrationView stored = setup.get(visit.tailId("integration"), caller(visit));
    IntegrationForm form = IntegrationForm.typed(visit, Optional.of(stored));
    IntegrationDraft draft = form.draft(visit);
    try {
      if (form.isFine()) {
        setup.replace(stored.id(), IntegrationSetup.ANY_VERSION, draft, caller(visit));
        return View.moved(address(stored.id()), Flash.done("Saved. Nothing that waits was lost."));
      }
      return page(visit, stored, form, Optional.empty());
    } catch (InvalidInputException e) {
      form.add(e.problems());
      return page(visit, stored, form, Optional.empty());
    } catch (ConflictException e) {
      return page(visit, stored, form, Optional.of(e.getMessage()));
    }
  }

  static String address(UUID id) {
    return IntegrationsPage.LIST + "/" + id;
  }

  private View page(
      Visit visit, IntegrationView stored, IntegrationForm form, Optional<String> conflict) {
    int status = conflict.isPresent() ? 409 : form.isFine() ? 200 : 422;
    Map<String, Object> model = new HashMap<>();
    model.put("integration", stored);
    model.put("form", form);
    model.put("conflict", conflict);
    model.put("guide", guides.guide(stored.id(), caller(visit)));
    model.put("look", brands.get(stored.id(), caller(visit)));
    model.put("ribbon", new Choices(List.of(stored)).ribbon());
    return framed(visit, status, "admin/integrations/detail", model);
  }
}
