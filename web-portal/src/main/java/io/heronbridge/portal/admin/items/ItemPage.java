package io.heronbridge.portal.admin.items;

import io.heronbridge.integration.item.HeronWords;
import io.heronbridge.integration.item.ItemView;
import io.heronbridge.integration.listing.Page;
import io.heronbridge.integration.problem.NotFoundException;
import io.heronbridge.integration.setup.IntegrationSetup;
import io.heronbridge.integration.story.ItemStory;
import io.heronbridge.integration.story.StoryBoard;
import io.heronbridge.integration.story.StoryEntry;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.item.ItemId;
import io.heronbridge.portal.admin.AdminPage;
import io.heronbridge.portal.admin.Choices;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One item: where it stands, what to do, and its whole story, newest first. */
@WebServlet("/admin/items/*")
@ServletSecurity(@HttpConstraint(rolesAllowed = Role.Names.VIEWER))
public class ItemPage extends AdminPage {
  /** Lines of a story on one page: a busy bank's half year. */
  static final int LINES = 100;

  private static final long serialVersionUID = 1L;

  @Inject transient StoryBoard board;
  @Inject transient IntegrationSetup setup;

  public ItemPage() {
    super("items");
  }

  @Override
  protected View show(Visit visit) {
    ItemId id = id(visit.tail());
    Optional<String> cursor = visit.text("cursor");
    ItemStory story = board.story(id, caller(visit));
    Page<StoryEntry> page = board.timeline(id, cursor, LINES, caller(visit));
    Map<String, Object> model = new HashMap<>(model(story));
    model.put("lines", StoryLine.all(page.data()));
    model.put("firstPage", cursor.map(any -> ItemAddress.of(id.value())));
    model.put("nextPage", page.nextCursor().map(next -> ItemAddress.of(id.value(), next)));
    model.put("live", cursor.isEmpty() && isMoving(story.item()));
    model.put("ribbon", new Choices(setup.list(caller(visit))).ribbon());
    return framed(visit, "admin/items/detail", model);
  }

  /** What the page tells of the item apart from its timeline. */
  public static Map<String, Object> model(ItemStory story) {
    ItemView item = story.item();
    return Map.of(
        "item", item,
        "origin", story.origin(),
        "standing", item.standing(),
        "address", ItemAddress.of(item.itemId()),
        "heron", item.link().heron().status().map(HeronWords::on),
        "resendable", isResendable(item.link().status()));
  }

  private static boolean isResendable(String status) {
    return "failed".equals(status) || "pending".equals(status);
  }

  private static boolean isMoving(ItemView item) {
    return "pending".equals(item.link().status()) || item.life().removalRequestedAt().isPresent();
  }

  static ItemId id(String text) {
    try {
      return new ItemId(text);
    } catch (IllegalArgumentException e) {
      throw new NotFoundException("item " + text);
    }
  }
}
