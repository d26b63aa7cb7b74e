package io.heronbridge.portal.admin.drift;

import io.heronbridge.integration.problem.ConflictException;
import io.heronbridge.integration.reading.ReadingRequests;
import io.heronbridge.integration.reading.ReadingRequests.Asked;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.portal.admin.AdminPage;
import io.heronbridge.portal.page.Flash;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Has one link, or all of an integration, read at Heron and Plaid now. */
@WebServlet("/admin/readings")
@ServletSecurity(@HttpConstraint(rolesAllowed = Role.Names.OPERATOR))
public class ReadAction extends AdminPage {
  private static final long serialVersionUID = 1L;
  private static final String PAUSED = "Heron is not read while the integration is paused.";

  @Inject transient ReadingRequests requests;

  public ReadAction() {
    super("drift");
  }

  @Override
  protected View show(Visit visit) {
    return View.moved(DriftQuery.LIST);
  }

  @Override
  protected View act(Visit visit) {
    Optional<UUID> link = visit.id("link");
    if (link.isPresent()) {
      return readLink(visit, link.get());
    }
    Optional<UUID> integration = visit.id("integration");
    return integration.isPresent()
        ? readIntegration(visit, integration.get())
        : View.moved(DriftQuery.LIST);
  }

  private View readLink(Visit visit, UUID link) {
    String page = "/admin/links/" + link;
    try {
      Asked asked = requests.readLink(link, caller(visit));
      String sides =
          asked.atHeron() ? "Heron and Plaid are being asked." : "Plaid is being asked. " + PAUSED;
      return View.moved(page, Flash.done(sides + " Reload in a moment."));
    } catch (ConflictException e) {
      return View.moved(page, Flash.problem(e.getMessage()));
    }
  }

  private View readIntegration(Visit visit, UUID integration) {
    Asked asked = requests.readIntegration(integration, caller(visit));
    int links = asked.links();
    String counted =
        String.format(Locale.ENGLISH, "%,d", links) + (links == 1 ? " link is" : " links are");
    String how =
        asked.atHeron()
            ? " being read, as fast as Heron's and Plaid's limits allow."
            : " being read at Plaid, as fast as its limits allow. " + PAUSED;
    return View.moved("/admin/integrations/" + integration, Flash.done(counted + how));
  }
}
