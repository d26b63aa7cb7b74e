package io.heronbridge.portal.admin.links;

import io.heronbridge.integration.integrationlink.LinkCancel;
import io.heronbridge.integration.item.LinkBoard;
import io.heronbridge.integration.item.LinkView;
import io.heronbridge.integration.problem.ConflictException;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Gives up a link that Heron never took, after asking. */
@WebServlet("/admin/link-cancels")
@ServletSecurity(@HttpConstraint(rolesAllowed = Role.Names.OPERATOR))
public class CancelLinkAction extends AdminPage {
  private static final long serialVersionUID = 1L;
  private static final String LINK = "link";
  private static final Set<String> WITHOUT_AN_ANSWER = Set.of("timeout", "connection", "abandoned");

  @Inject transient LinkBoard board;
  @Inject transient LinkCancel cancel;

  public CancelLinkAction() {
    super("links");
  }

  @Override
  protected View show(Visit visit) {
    return View.moved(LinkQuery.LIST);
  }

  @Override
  protected View act(Visit visit) {
    Optional<UUID> named = visit.id(LINK);
    if (named.isEmpty()) {
      return View.moved(LinkQuery.LIST);
    }
    UUID id = named.get();
    LinkView link = board.link(id, caller(visit));
    if (!visit.has("confirmed")) {
      return framed(visit, "admin/confirm", Map.of("question", question(link)));
    }
    String page = LinkQuery.LIST + "/" + id;
    try {
      cancel.cancel(id, caller(visit));
    } catch (ConflictException e) {
      return View.moved(page, Flash.problem(e.getMessage()));
    }
    return View.moved(page, Flash.done("The link is cancelled."));
  }

  /** The question, with what the answer yes does. */
  public static Confirmation question(LinkView link) {
    List<String> facts =
        new ArrayList<>(
            List.of(
                "Heron is not asked again, and gets none of the bank's webhooks. It cannot be resent"
                    + " either.",
                "The bank stays connected at Plaid. To send it to Heron after all, disconnect it and"
                    + " have the end user connect it anew."));
    link.lastError()
        .filter(error -> WITHOUT_AN_ANSWER.contains(error.kind()))
        .ifPresent(
            error ->
                facts.add(
                    "The last attempt went without an answer, so Heron may have the link all the"
                        + " same. If it should not, disconnect the bank instead."));
    return new Confirmation(
        "Cancel the link of " + link.endUserId() + "?",
        facts,
        new Confirmation.Target("/admin/link-cancels", "Cancel this link", true),
        LinkQuery.LIST + "/" + link.id(),
        List.of(
            new Confirmation.Field(LINK, link.id().toString()),
            new Confirmation.Field("confirmed", "yes")));
  }
}
