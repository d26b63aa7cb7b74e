package io.heronbridge.portal.admin.links;

import io.heronbridge.integration.item.ItemBoard;
import io.heronbridge.integration.item.ItemView;
import io.heronbridge.integration.item.LinkBoard;
import io.heronbridge.integration.item.LinkView;
import io.heronbridge.integration.reading.DriftBoard;
import io.heronbridge.integration.setup.IntegrationSetup;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.item.ItemId;
import io.heronbridge.portal.admin.AdminPage;
import io.heronbridge.portal.admin.AttemptLine;
import io.heronbridge.portal.admin.Choices;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import java.util.HashMap;
import java.util.Map;

/** One link: where it stands, what to do, and everything that was tried. */
@WebServlet("/admin/links/*")
@ServletSecurity(@HttpConstraint(rolesAllowed = Role.Names.VIEWER))
public class LinkPage extends AdminPage {
  private static final long serialVersionUID = 1L;

  @Inject transient LinkBoard board;
  @Inject transient ItemBoard items;
  @Inject transient DriftBoard drift;
  @Inject transient IntegrationSetup setup;

  public LinkPage() {
    super("links");
  }

  @Override
  protected View show(Visit visit) {
    LinkView link = board.link(visit.tailId("link"), caller(visit));
    ItemView item = items.item(new ItemId(link.itemId()), caller(visit));
    Map<String, Object> model = new HashMap<>();
    model.put("link", link);
    model.put("item", item);
    model.put("headline", Headline.of(link, "removed".equals(item.status())));
    model.put("row", LinkRow.of(link));
    model.put("attempts", AttemptLine.all(board.attempts(link.id())));
    model.put("drift", drift.of(link.id(), caller(visit)));
    model.put("ribbon", new Choices(setup.list(caller(visit))).ribbon());
    return framed(visit, "admin/links/detail", model);
  }
}
