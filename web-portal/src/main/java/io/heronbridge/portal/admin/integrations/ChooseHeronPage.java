package io.heronbridge.portal.admin.integrations;

import io.heronbridge.integration.problem.ConflictException;
import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.integration.setup.HeronChoice;
import io.heronbridge.integration.setup.HeronFault;
import io.heronbridge.integration.setup.IntegrationSetup;
import io.heronbridge.integration.setup.IntegrationView;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.portal.admin.AdminPage;
import io.heronbridge.portal.admin.Choices;
import io.heronbridge.portal.admin.Confirmation;
import io.heronbridge.portal.page.Flash;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Which of Heron's integrations takes the links: what Heron has, and a form to make one there. */
@WebServlet("/admin/integrations/heron")
@ServletSecurity(@HttpConstraint(rolesAllowed = Role.Names.ADMIN))
public class ChooseHeronPage extends AdminPage {
  static final String PAGE = "/admin/integrations/heron";
  private static final long serialVersionUID = 1L;

  @Inject transient IntegrationSetup setup;
  @Inject transient HeronChoice choice;

  public ChooseHeronPage() {
    super("integrations");
  }

  static String address(UUID integration) {
    return PAGE + "?integration=" + integration;
  }

  @Override
  protected View show(Visit visit) {
    IntegrationView stored = setup.get(id(visit), caller(visit));
    Map<String, Object> model = new HashMap<>();
    model.put("integration", stored);
    model.put("ribbon", new Choices(List.of(stored)).ribbon());
    model.put("offers", List.of());
    model.put("problem", Optional.empty());
    try {
      model.put("offers", choice.offers(stored.id(), caller(visit)));
    } catch (HeronFault e) {
      model.put("problem", Optional.of(e.getMessage()));
    }
    return framed(visit, "admin/integrations/heron", model);
  }

  @Override
  protected View act(Visit visit) {
    IntegrationView stored = setup.get(id(visit), caller(visit));
    try {
      return visit.has("name") ? create(visit, stored) : choose(visit, stored);
    } catch (HeronFault | ConflictException e) {
      return View.moved(address(stored.id()), Flash.problem(e.getMessage()));
    }
  }

  private View create(Visit visit, IntegrationView stored) {
    String name = visit.text("name").orElse("");
    if (setup.hasItems(stored.id(), caller(visit)) && !visit.has("confirmed")) {
      return asked(visit, stored, new Confirmation.Field("name", name));
    }
    if (!choice.create(stored.id(), name, true, caller(visit)).chosen()) {
      return View.moved(
          address(stored.id()),
          Flash.problem(
              "Heron has the new integration "
                  + name
                  + ", but ours was changed meanwhile: choose it from the list."));
    }
    return done(stored, "Heron has the new integration " + name + ", and links go there now.");
  }

  private View choose(Visit visit, IntegrationView stored) {
    String heronId =
        visit
            .text("heron_id")
            .orElseThrow(() -> new InvalidInputException("heron_id", "is missing"));
    if (setup.hasItems(stored.id(), caller(visit)) && !visit.has("confirmed")) {
      return asked(visit, stored, new Confirmation.Field("heron_id", heronId));
    }
    choice.choose(stored.id(), heronId, caller(visit));
    return done(stored, "Links go to " + heronId + " now.");
  }

  private static View done(IntegrationView stored, String what) {
    return View.moved(
        SetUpPage.address(stored.id()), Flash.done(what + " Compare the webhook URL, then check."));
  }

  private View asked(Visit visit, IntegrationView stored, Confirmation.Field choice) {
    Confirmation question =
        new Confirmation(
            "Send links of " + stored.name() + " elsewhere?",
            List.of(
                "Banks that are connected already stay where Heron has them; only new ones, and those"
                    + " still waiting, go to the other integration.",
                "Heron's refreshes of banks connected already may no longer find them.",
                "The webhook URL belongs to one integration at Heron: enter the new one afterwards."),
            new Confirmation.Target(PAGE, "Send links elsewhere", true),
            address(stored.id()),
            List.of(
                new Confirmation.Field("integration", stored.id().toString()),
                choice,
                new Confirmation.Field("confirmed", "yes")));
    return framed(visit, "admin/confirm", Map.of("question", question));
  }

  private static UUID id(Visit visit) {
    return visit
        .id("integration")
        .orElseThrow(() -> new InvalidInputException("integration", "is missing"));
  }
}
