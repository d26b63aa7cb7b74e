package io.heronbridge.portal.admin.events;

import io.heronbridge.integration.access.Tokens;
import io.heronbridge.integration.lenderevent.EndpointSetup;
import io.heronbridge.integration.lenderevent.EndpointView;
import io.heronbridge.integration.problem.ConflictException;
import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.integration.setup.IntegrationSetup;
import io.heronbridge.integration.setup.IntegrationView;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.lenderevent.LenderEventType;
import io.heronbridge.persistence.secret.Secret;
import io.heronbridge.portal.admin.AdminPage;
import io.heronbridge.portal.admin.Choices;
import io.heronbridge.portal.admin.Confirmation;
import io.heronbridge.portal.admin.TypedForm;
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
import java.util.Set;
import java.util.UUID;

/** Where an integration's lender hears of what happens: address, types, secret. */
@WebServlet("/admin/integration-events/*")
@ServletSecurity(
    value = @HttpConstraint(rolesAllowed = Role.Names.VIEWER),
    httpMethodConstraints = @HttpMethodConstraint(value = "POST", rolesAllowed = Role.Names.ADMIN))
public class EndpointPage extends AdminPage {
  private static final long serialVersionUID = 1L;

  @Inject transient EndpointSetup endpoints;
  @Inject transient IntegrationSetup setup;

  public EndpointPage() {
    super("integrations");
  }

  static String address(UUID integration) {
    return "/admin/integration-events/" + integration;
  }

  @Override
  protected View show(Visit visit) {
    EndpointView stored = endpoints.get(visit.tailId("integration"), caller(visit));
    TypedForm form = new TypedForm(Map.of("url", stored.url().orElse("")), Map.of());
    return page(visit, 200, form, Set.copyOf(stored.types()));
  }

  @Override
  protected View act(Visit visit) {
    UUID id = visit.tailId("integration");
    try {
      return switch (visit.exact("change")) {
        case "rotate" -> rotate(visit, id);
        case "off" -> switchOff(visit, id);
        default -> save(visit, id);
      };
    } catch (ConflictException e) {
      return View.moved(address(id), Flash.problem(e.getMessage()));
    }
  }

  private View rotate(Visit visit, UUID id) {
    boolean confirmed = visit.has("confirmed");
    boolean overlaps = endpoints.get(id, caller(visit)).earlierSecretUntil().isPresent();
    if (overlaps && !confirmed) {
      return framed(visit, "admin/confirm", Map.of("question", question(id)));
    }
    return told(
        visit,
        endpoints.rotate(id, confirmed, caller(visit)).newSecret().orElseThrow(),
        "For 24 hours the secret before signs too, so that you can change over.");
  }

  private static Confirmation question(UUID id) {
    return new Confirmation(
        "Rotate the secret again?",
        List.of(
            "The secret before the present one still signs. It ends at once.",
            "A backend that verifies with it refuses events until it has a newer secret; they are"
                + " tried again meanwhile.",
            "The present secret signs for 24 hours more, beside the new one."),
        new Confirmation.Target(address(id), "Rotate again", true),
        address(id),
        List.of(
            new Confirmation.Field("change", "rotate"),
            new Confirmation.Field("confirmed", "yes")));
  }

  private View switchOff(Visit visit, UUID id) {
    endpoints.switchOff(id, caller(visit));
    return View.moved(address(id), Flash.done("Switched off. What waited is cancelled."));
  }

  private View save(Visit visit, UUID id) {
    List<String> types = chosen(visit);
    try {
      if (types.isEmpty()) {
        throw new InvalidInputException("types", "are missing: tick one at least");
      }
      EndpointSetup.Changed changed =
          endpoints.set(id, visit.text("url").orElse(""), types, caller(visit));
      return changed
          .newSecret()
          .map(secret -> told(visit, secret, "Events are switched on."))
          .orElseGet(() -> View.moved(address(id), Flash.done("Saved. What waits goes there.")));
    } catch (InvalidInputException e) {
      TypedForm form = TypedForm.of(visit, "url").with(e.problems());
      return page(visit, 422, form, Set.copyOf(types));
    }
  }

  private static List<String> chosen(Visit visit) {
    String[] types = visit.request().getParameterValues("type");
    return types == null ? List.of() : List.of(types);
  }

  private View told(Visit visit, Secret secret, String lead) {
    IntegrationView integration = setup.get(visit.tailId("integration"), caller(visit));
    return framed(
        visit,
        201,
        "admin/events/secret",
        Map.of(
            "integration",
            integration,
            "secret",
            Tokens.reveal(secret),
            "lead",
            lead,
            "page",
            address(integration.id())));
  }

  private View page(Visit visit, int status, TypedForm form, Set<String> ticked) {
    IntegrationView integration = setup.get(visit.tailId("integration"), caller(visit));
    Map<String, Object> model = new HashMap<>();
    model.put("integration", integration);
    model.put("endpoint", endpoints.get(integration.id(), caller(visit)));
    model.put("form", form);
    model.put("ticked", ticked);
    model.put("types", LenderEventType.CHOOSABLE.stream().map(TypeLine::of).toList());
    model.put("ribbon", new Choices(List.of(integration)).ribbon());
    return framed(visit, status, "admin/events/endpoint", model);
  }
}
