package io.heronbridge.portal.admin.drift;

import io.heronbridge.integration.plaid.PlaidFault;
import io.heronbridge.integration.problem.ConflictException;
import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.integration.reading.DriftBoard;
import io.heronbridge.integration.reading.DriftRepair;
import io.heronbridge.integration.reading.DriftView;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.portal.admin.AdminPage;
import io.heronbridge.portal.admin.Confirmation;
import io.heronbridge.portal.page.Flash;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Repairs one drift; what cannot be taken back is asked first. */
@WebServlet("/admin/repairs")
@ServletSecurity(@HttpConstraint(rolesAllowed = Role.Names.OPERATOR))
public class RepairAction extends AdminPage {
  private static final long serialVersionUID = 1L;
  private static final String ACTION = "/admin/repairs";

  @Inject transient DriftBoard board;
  @Inject transient DriftRepair repair;

  public RepairAction() {
    super("drift");
  }

  @Override
  protected View show(Visit visit) {
    return View.moved(DriftQuery.LIST);
  }

  @Override
  protected View act(Visit visit) {
    UUID link = visit.id("link").orElseThrow(() -> new InvalidInputException("link", "is missing"));
    String back = back(visit, link);
    Optional<DriftView> drift = board.of(link, caller(visit));
    boolean dangerous =
        drift.flatMap(DriftView::repair).filter(DriftView.Repair::dangerous).isPresent();
    if (dangerous && !visit.request().isUserInRole(Role.Names.ADMIN)) {
      return View.moved(
          back, Flash.problem("Only an administrator disconnects a bank: ask one of them."));
    }
    if (dangerous && !visit.has("confirmed")) {
      return framed(visit, "admin/confirm", Map.of("question", question(drift.get(), link, back)));
    }
    try {
      return View.moved(back, Flash.done(repair.repair(link, caller(visit)).detail()));
    } catch (ConflictException | PlaidFault e) {
      return View.moved(back, Flash.problem(e.getMessage()));
    }
  }

  private static Confirmation question(DriftView drift, UUID link, String back) {
    String bank = "the bank of " + drift.endUserId();
    return new Confirmation(
        "Disconnect " + bank + "?",
        List.of(
            drift.cause(),
            drift.advice(),
            "This cannot be taken back. The item is " + drift.itemId() + "."),
        new Confirmation.Target(ACTION, "Disconnect " + bank, true),
        back,
        List.of(
            new Confirmation.Field("link", link.toString()),
            new Confirmation.Field("from", from(back)),
            new Confirmation.Field("confirmed", "yes")));
  }

  private static String from(String back) {
    return back.startsWith("/admin/links/") ? "link" : "list";
  }

  /** Where the form stood: the link's own page, or the list. */
  private static String back(Visit visit, UUID link) {
    return "link".equals(visit.exact("from")) ? "/admin/links/" + link : DriftQuery.LIST;
  }
}
