package io.heronbridge.portal.admin.endusers;

import io.heronbridge.integration.enduser.EndUserView;
import io.heronbridge.integration.link.HostedLink;
import io.heronbridge.integration.link.HostedLinkRequest;
import io.heronbridge.integration.link.HostedLinks;
import io.heronbridge.integration.problem.ConflictException;
import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.enduser.EndUserId;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import java.util.Map;
import java.util.Optional;

/** Makes a hosted link and shows it once; it is stored only as a fingerprint. */
@WebServlet("/admin/hosted-links")
@ServletSecurity(@HttpConstraint(rolesAllowed = Role.Names.OPERATOR))
public class CreateHostedLinkAction extends EndUserPage {
  private static final long serialVersionUID = 1L;

  @Inject transient HostedLinks hostedLinks;

  @Override
  protected View show(Visit visit) {
    return View.moved(EndUserAddress.LIST);
  }

  @Override
  protected View act(Visit visit) {
    EndUserView endUser = endUser(visit.text("end_user_id").orElse(""));
    try {
      HostedLinkRequest request =
          new HostedLinkRequest(
              visit
                  .id("integration_id")
                  .orElseThrow(() -> new InvalidInputException("integration_id", "is missing")),
              new EndUserId(endUser.endUserId()),
              Optional.empty(),
              visit.text("return_url"),
              Optional.empty());
      HostedLink made = hostedLinks.create(request, caller(visit));
      return page(visit, 201, endUser, Map.of("hostedLink", Optional.of(made)));
    } catch (InvalidInputException e) {
      String said = e.problems().get(0).field() + " " + e.problems().get(0).message();
      return page(visit, 422, endUser, Map.of("problem", Optional.of(said)));
    } catch (ConflictException e) {
      return page(visit, 409, endUser, Map.of("problem", Optional.of(e.getMessage())));
    }
  }
}
