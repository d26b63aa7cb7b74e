package io.heronbridge.portal.admin.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.heronbridge.integration.itemimport.ImportBoard;
import io.heronbridge.integration.itemimport.ImportDesk;
import io.heronbridge.integration.itemimport.ImportView;
import io.heronbridge.integration.listing.Page;
import io.heronbridge.integration.problem.ConflictException;
import io.heronbridge.integration.setup.IntegrationSetup;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.itemimport.RejectedLine;
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
import java.net.URLEncoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One import: how far it is, the lines that were not taken, and the way to stop it. */
@WebServlet("/admin/imports/*")
@ServletSecurity(
    value = @HttpConstraint(rolesAllowed = Role.Names.VIEWER),
    httpMethodConstraints =
        @HttpMethodConstraint(value = "POST", rolesAllowed = Role.Names.OPERATOR))
public class ImportPage extends AdminPage {
  private static final long serialVersionUID = 1L;

  @Inject transient ImportBoard board;
  @Inject transient ImportDesk desk;
  @Inject transient IntegrationSetup setup;

  public ImportPage() {
    super("imports");
  }

  @Override
  protected View show(Visit visit) {
    ImportView shown = board.get(visit.tailId("import"), caller(visit));
    Optional<String> cursor = visit.text("cursor");
    Page<RejectedLine> rejected = board.rejected(shown.id(), cursor, ROWS, caller(visit));
    String own = address(shown);
    Map<String, Object> model = new HashMap<>();
    model.put("shown", shown);
    model.put("headline", ImportHeadline.of(shown));
    model.put("rejected", rejected.data());
    model.put("firstPage", cursor.map(any -> own));
    model.put(
        "nextPage",
        rejected.nextCursor().map(next -> own + "?cursor=" + URLEncoder.encode(next, UTF_8)));
    model.put("ribbon", new Choices(setup.list(caller(visit))).ribbon());
    return framed(visit, "admin/imports/detail", model);
  }

  @Override
  protected View act(Visit visit) {
    ImportView shown = board.get(visit.tailId("import"), caller(visit));
    String change = visit.text("change").orElse("");
    try {
      return switch (change) {
        case "cancel" -> cancel(visit, shown);
        case "delete" -> delete(visit, shown);
        default -> View.moved(address(shown));
      };
    } catch (ConflictException e) {
      return View.moved(address(shown), Flash.problem(e.getMessage()));
    }
  }

  private View cancel(Visit visit, ImportView shown) {
    if (!visit.has("confirmed")) {
      long left = shown.lines().received() - shown.lines().processed();
      return ask(
          visit,
          "Cancel this import?",
          List.of(
              "%,d lines are not worked off yet; they are deleted.".formatted(left),
              "Items that were brought in stay and go on being submitted."),
          new Confirmation.Target(address(shown), "Cancel the import", true),
          "cancel");
    }
    desk.cancel(shown.id(), caller(visit));
    return View.moved(address(shown), Flash.done("Cancelled. What was brought in stays."));
  }

  private View delete(Visit visit, ImportView shown) {
    if (!visit.has("confirmed")) {
      return ask(
          visit,
          "Delete this import?",
          List.of(
              "Its counts and its %,d rejected lines are forgotten."
                  .formatted(shown.lines().rejected()),
              "Items that were brought in stay."),
          new Confirmation.Target(address(shown), "Delete the import", true),
          "delete");
    }
    desk.delete(shown.id(), caller(visit));
    return View.moved(ImportsPage.LIST, Flash.done("The import was deleted. Its items stay."));
  }

  private View ask(
      Visit visit, String title, List<String> facts, Confirmation.Target target, String change) {
    Confirmation question =
        new Confirmation(
            title,
            facts,
            target,
            target.action(),
            List.of(new Field("change", change), new Field("confirmed", "yes")));
    return framed(visit, "admin/confirm", Map.of("question", question));
  }

  private static String address(ImportView shown) {
    return ImportsPage.LIST + "/" + shown.id();
  }
}
