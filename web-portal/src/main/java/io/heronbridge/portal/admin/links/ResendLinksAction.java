package io.heronbridge.portal.admin.links;

import io.heronbridge.integration.integrationlink.LinkResend;
import io.heronbridge.integration.item.LinkBoard;
import io.heronbridge.integration.item.LinkFilter;
import io.heronbridge.integration.problem.ConflictException;
import io.heronbridge.integration.resendjob.ResendDesk;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.portal.admin.AdminPage;
import io.heronbridge.portal.page.Flash;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** Has links tried again: one, those ticked, or all that match the filter shown. */
@WebServlet("/admin/link-resends")
@ServletSecurity(@HttpConstraint(rolesAllowed = Role.Names.OPERATOR))
public class ResendLinksAction extends AdminPage {
  private static final long serialVersionUID = 1L;

  /** So many are resent at the press of the button; it can still be paused and cancelled. */
  private static final long MOST_UNASKED = 100;

  private static final Pattern LIST = Pattern.compile("/admin/links(\\?[\\x21-\\x7e]*)?");

  @Inject transient LinkResend resend;
  @Inject transient LinkBoard board;
  @Inject transient ResendDesk jobs;

  public ResendLinksAction() {
    super("links");
  }

  @Override
  protected View show(Visit visit) {
    return View.moved(LinkQuery.LIST);
  }

  @Override
  protected View act(Visit visit) {
    return switch (visit.text("scope").orElse("one")) {
      case "selected" -> selected(visit);
      case "matching" -> matching(visit);
      default -> one(visit);
    };
  }

  private View one(Visit visit) {
    List<UUID> ids = visit.ids("link");
    if (ids.size() != 1) {
      return View.moved(LinkQuery.LIST);
    }
    String page = LinkQuery.LIST + "/" + ids.get(0);
    try {
      resend.resend(ids.get(0), caller(visit));
      return View.moved(page, Flash.done("Resent. The next try is on its way."));
    } catch (ConflictException e) {
      return View.moved(page, Flash.problem(e.getMessage()));
    }
  }

  private View selected(Visit visit) {
    String list = back(visit);
    List<UUID> ids = visit.ids("link");
    if (ids.isEmpty()) {
      return View.moved(list, Flash.problem("Nothing was selected. Tick the links to resend."));
    }
    int resent = resend.resendSelected(ids, caller(visit));
    int left = ids.size() - resent;
    String rest =
        left == 0
            ? ""
            : " %s were left alone: linked or cancelled by now."
                .formatted(ResendWords.number(left));
    return View.moved(list, Flash.done("Resent " + ResendWords.links(resent) + "." + rest));
  }

  /** Few are resent at once; what many would mean is shown first. */
  private View matching(Visit visit) {
    LinkFilter filter = LinkQuery.of(visit).filter();
    long count = board.count(filter, caller(visit));
    if (count == 0) {
      return View.moved(
          back(visit), Flash.problem("Nothing matches any more, so nothing was resent."));
    }
    if (count > MOST_UNASKED) {
      return View.moved(ResendJobsPage.LIST + "/" + jobs.plan(filter, caller(visit)));
    }
    ResendDesk.Started started = jobs.startMatching(filter, caller(visit));
    return View.moved(
        ResendJobsPage.LIST + "/" + started.jobId(),
        Flash.done(
            "Resending %s. Each starts a fresh series of tries; its history stays."
                .formatted(ResendWords.links(started.links()))));
  }

  /** The list as the person saw it, which the form names. */
  private static String back(Visit visit) {
    return visit
        .text("back")
        .filter(address -> LIST.matcher(address).matches())
        .orElse(LinkQuery.LIST);
  }
}
