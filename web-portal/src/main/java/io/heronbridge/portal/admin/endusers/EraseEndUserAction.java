package io.heronbridge.portal.admin.endusers;

import io.heronbridge.integration.enduser.EndUserView;
import io.heronbridge.integration.plaid.PlaidFault;
import io.heronbridge.integration.problem.ConflictException;
import io.heronbridge.integration.removal.EndUserErasure;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.enduser.EndUserId;
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

/** Disconnects every bank of an end user and forgets them, after asking. */
@WebServlet("/admin/end-user-erasures")
@ServletSecurity(@HttpConstraint(rolesAllowed = Role.Names.ADMIN))
public class EraseEndUserAction extends EndUserPage {
  private static final long serialVersionUID = 1L;
  private static final String END_USER = "end_user_id";
  private static final String BANKS = "banks";

  @Inject transient EndUserErasure erasure;

  @Override
  protected View show(Visit visit) {
    return View.moved(EndUserAddress.LIST);
  }

  @Override
  protected View act(Visit visit) {
    EndUserView endUser = endUser(visit.text(END_USER).orElse(""));
    EndUserId id = new EndUserId(endUser.endUserId());
    String page = EndUserAddress.of(endUser);
    try {
      int banks = erasure.banks(id, caller(visit));
      // A yes to another number of banks was a yes to another question.
      if (!visit.exact(BANKS).equals(Integer.toString(banks))) {
        return framed(visit, "admin/confirm", Map.of("question", question(endUser, banks)));
      }
      erasure.erase(id, caller(visit));
      String done = "Erased " + id + ": " + disconnected(banks) + ". The audit trail keeps that.";
      return View.moved(EndUserAddress.LIST, Flash.done(done));
    } catch (ConflictException e) {
      return View.moved(page, Flash.problem("Nothing was erased. " + e.getMessage()));
    } catch (PlaidFault e) {
      return View.moved(page, Flash.problem(stopped(e)));
    }
  }

  private static String stopped(PlaidFault fault) {
    String rest =
        fault.goesOn()
            ? " The disconnection goes on by itself; erase again when no bank is left below."
            : " Erase again to go on.";
    return fault.getMessage() + " The end user is not erased yet." + rest;
  }

  private static String disconnected(int banks) {
    return switch (banks) {
      case 0 -> "no bank was connected";
      case 1 -> "1 bank was disconnected";
      default -> "%,d banks were disconnected".formatted(banks);
    };
  }

  /** The question, with what the answer yes does. */
  public static Confirmation question(EndUserView endUser, int banks) {
    String id = endUser.endUserId();
    return new Confirmation(
        "Erase " + endUser.name().map(name -> name + " (" + id + ")").orElse(id) + "?",
        List.of(
            disconnection(banks),
            "Then their name, banks, hosted links, webhooks and story are deleted here. That cannot"
                + " be undone.",
            "Heron is told to stop. It keeps the data it has: ask Heron to delete that.",
            "The audit trail keeps the id and who erased it. The end user is not told by this"
                + " bridge."),
        new Confirmation.Target("/admin/end-user-erasures", "Erase " + id, true),
        EndUserAddress.of(endUser),
        List.of(
            new Confirmation.Field(END_USER, id),
            new Confirmation.Field(BANKS, Integer.toString(banks))));
  }

  private static String disconnection(int banks) {
    return switch (banks) {
      case 0 -> "No bank is connected, so nothing is disconnected at Plaid.";
      case 1 -> "1 bank is disconnected at Plaid first; its access token is forgotten here.";
      default ->
          "%,d banks are disconnected at Plaid first, one after the other; their access tokens are forgotten here."
              .formatted(banks);
    };
  }
}
