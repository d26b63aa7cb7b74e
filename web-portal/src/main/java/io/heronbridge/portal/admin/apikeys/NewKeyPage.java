package io.heronbridge.portal.admin.apikeys;

import io.heronbridge.integration.access.KeyDesk;
import io.heronbridge.integration.access.KeyDraft;
import io.heronbridge.integration.access.Tokens;
import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.integration.setup.IntegrationSetup;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.portal.admin.AdminPage;
import io.heronbridge.portal.admin.Choices;
import io.heronbridge.portal.admin.TypedForm;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Issues an API key and shows it once; it is stored only as a hash. */
@WebServlet("/admin/api-keys/new")
@ServletSecurity(@HttpConstraint(rolesAllowed = Role.Names.ADMIN))
public class NewKeyPage extends AdminPage {
  private static final long serialVersionUID = 1L;

  @Inject transient KeyDesk desk;
  @Inject transient IntegrationSetup setup;

  public NewKeyPage() {
    super("api-keys");
  }

  @Override
  protected View show(Visit visit) {
    return form(visit, 200, TypedForm.empty());
  }

  @Override
  protected View act(Visit visit) {
    try {
      KeyDraft draft = draft(visit);
      KeyDesk.Issued issued = desk.issue(draft, caller(visit));
      return framed(
          visit,
          201,
          "admin/apikeys/issued",
          Map.of(
              "name", draft.name(),
              "page", KeyPage.address(issued.id()),
              "key", Tokens.reveal(issued.key()),
              "overlap", Optional.empty()));
    } catch (InvalidInputException e) {
      return form(
          visit, 422, TypedForm.of(visit, "name", "rights", "scope", "days").with(e.problems()));
    }
  }

  private static KeyDraft draft(Visit visit) {
    List<UUID> chosen = visit.ids("integration");
    boolean limited = "chosen".equals(visit.exact("scope"));
    if (limited && chosen.isEmpty()) {
      throw new InvalidInputException("integrations", "are missing: tick one at least");
    }
    return new KeyDraft(
        visit.text("name").orElse(""),
        // Whatever does not ask for more may only read.
        !"full".equals(visit.exact("rights")),
        limited ? chosen : List.of(),
        visit.text("days").map(NewKeyPage::days));
  }

  private static Duration days(String text) {
    if (!text.matches("[1-9][0-9]{0,3}")) {
      throw new InvalidInputException("days", "must be a number of days");
    }
    return Duration.ofDays(Long.parseLong(text));
  }

  private View form(Visit visit, int status, TypedForm form) {
    Map<String, Object> model = new HashMap<>();
    model.put("form", form);
    model.put("integrations", new Choices(setup.list(caller(visit))).integrations());
    model.put("ticked", Set.copyOf(status == 200 ? List.of() : visit.ids("integration")));
    return framed(visit, status, "admin/apikeys/new", model);
  }
}
