package io.heronbridge.portal.admin.links;

import io.heronbridge.integration.integrationlink.LinkResend;
import io.heronbridge.integration.item.LinkBoard;
import io.heronbridge.integration.problem.ConflictException;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.portal.admin.AdminPage;
import io.heronbridge.portal.admin.Confirmation;
import io.heronbridge.portal.admin.Confirmation.Field;
import io.heronbridge.portal.page.Flash;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** Has links tried again: one, those ticked, or all that match the filter shown. */
@WebServlet("/admin/link-resends")
@ServletSecurity(@HttpConstraint(rolesAllowed = Role.Names.OPERATOR))
public class ResendLinksAction extends AdminPage {
  private static final long serialVersionUID = 1L;
  private static final String ACTION = "/admin/link-resends";
  private static final Pattern LIST = Pattern.compile("/admin/links(\\?[\\x21-\\x7e]*)?");
  private static final String FROM_NOW = " Each starts a fresh series of tries; its history stays.";

  @Inject transient LinkResend resend;
  @Inject transient LinkBoard board;

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
        left == 0 ? "" : " %s were left alone: linked or cancelled by now.".formatted(number(left));
    return View.moved(list, Flash.done("Resent " + links(resent) + "." + rest));
  }

  private View matching(Visit visit) {
    LinkQuery query = LinkQuery.of(visit);
    if (!visit.has("confirmed")) {
      return confirmation(visit, query);
    }
    int resent = resend.resendMatching(query.filter(), caller(visit)).resent();
    String list = back(visit);
    return View.moved(
        list,
        resent == 0
            ? Flash.problem("Nothing matches any more, so nothing was resent.")
            : Flash.done("Resent " + links(resent) + "." + FROM_NOW));
  }

  private View confirmation(Visit visit, LinkQuery query) {
    long count = board.count(query.filter(), caller(visit));
    String counted = count >= LinksPage.COUNT_CAP ? "more than " + links(count) : links(count);
    List<Field> fields = new ArrayList<>(query.fields());
    fields.add(new Field("scope", "matching"));
    fields.add(new Field("confirmed", "yes"));
    fields.add(new Field("back", back(visit)));
    Confirmation question =
        new Confirmation(
            "Resend " + counted + "?",
            List.of(
                "All failed links that match the filter are sent again, also those on other pages.",
                "Only failed links are touched; linked, pending and cancelled ones are left alone.",
                "Heron's rate limit is kept, so many links take a while."),
            new Confirmation.Target(ACTION, "Resend " + counted, false),
            back(visit),
            fields);
    return framed(visit, "admin/confirm", Map.of("question", question));
  }

  /** The list as the person saw it, which the form names. */
  private static String back(Visit visit) {
    return visit
        .text("back")
        .filter(address -> LIST.matcher(address).matches())
        .orElse(LinkQuery.LIST);
  }

  private static String links(long count) {
    return number(count) + (count == 1 ? " link" : " links");
  }

  private static String number(long count) {
    return String.format(Locale.ENGLISH, "%,d", count);
  }
}
