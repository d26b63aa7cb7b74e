package io.heronbridge.portal.admin.endusers;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.enduser.EndUserDirectory;
import io.heronbridge.integration.enduser.EndUserView;
import io.heronbridge.integration.item.ItemBoard;
import io.heronbridge.integration.item.ItemFilter;
import io.heronbridge.integration.item.ItemView;
import io.heronbridge.integration.link.ExitBoard;
import io.heronbridge.integration.link.LinkSessionDesk;
import io.heronbridge.integration.listing.Page;
import io.heronbridge.integration.problem.NotFoundException;
import io.heronbridge.integration.setup.IntegrationSetup;
import io.heronbridge.integration.story.StoryBoard;
import io.heronbridge.integration.story.Told;
import io.heronbridge.persistence.enduser.EndUserId;
import io.heronbridge.portal.admin.AdminPage;
import io.heronbridge.portal.admin.Choices;
import io.heronbridge.portal.admin.items.StoryLine;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the pages about one end user share. */
abstract class EndUserPage extends AdminPage {
  private static final long serialVersionUID = 1L;
  private static final String STORY = "#story";
  private static final int FEW = 10;

  /** Lines of the story on one page. */
  private static final int LINES = 50;

  @Inject transient EndUserDirectory directory;
  @Inject transient ItemBoard items;
  @Inject transient IntegrationSetup setup;
  @Inject transient LinkSessionDesk sessions;
  @Inject transient ExitBoard exits;
  @Inject transient StoryBoard board;

  EndUserPage() {
    super("end-users");
  }

  final EndUserView endUser(String id) {
    try {
      return directory
          .find(new EndUserId(id))
          .orElseThrow(() -> new NotFoundException("end user " + id));
    } catch (IllegalArgumentException e) {
      throw new NotFoundException("end user " + id);
    }
  }

  final View page(Visit visit, int status, EndUserView endUser, Map<String, Object> more) {
    Caller caller = caller(visit);
    ItemFilter theirs =
        new ItemFilter(Optional.empty(), Optional.empty(), Optional.of(endUser.endUserId()));
    Page<ItemView> banks = items.items(theirs, Optional.empty(), ROWS, caller);
    Choices choices = new Choices(setup.list(caller));
    Map<String, Object> model = new HashMap<>();
    model.put("hostedLink", Optional.empty());
    model.put("problem", Optional.empty());
    model.put("chosen", visit.exact("integration_id"));
    model.put("returnUrl", visit.exact("return_url"));
    model.put("endUser", endUser);
    model.put("banks", banks.data());
    model.put("moreBanks", banks.nextCursor().isPresent());
    EndUserId id = new EndUserId(endUser.endUserId());
    model.put("sessions", sessions.of(id, FEW, caller));
    model.put("exits", exits.of(id, FEW, caller).stream().map(ExitLine::of).toList());
    putStory(visit, model, id);
    model.put("choices", choices);
    model.put("ribbon", choices.ribbon());
    model.putAll(more);
    return framed(visit, status, "admin/endusers/detail", model);
  }

  private void putStory(Visit visit, Map<String, Object> model, EndUserId id) {
    Optional<String> cursor = visit.text("cursor");
    Page<Told> story = board.timeline(id, cursor, LINES);
    model.put("lines", StoryLine.ofEndUser(story.data()));
    model.put("firstPage", cursor.map(any -> EndUserAddress.of(id.value()) + STORY));
    model.put(
        "nextPage", story.nextCursor().map(next -> EndUserAddress.story(id.value(), next) + STORY));
  }
}
