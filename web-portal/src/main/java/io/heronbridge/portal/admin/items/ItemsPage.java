package io.heronbridge.portal.admin.items;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.heronbridge.integration.item.ItemBoard;
import io.heronbridge.integration.item.ItemFilter;
import io.heronbridge.integration.item.ItemView;
import io.heronbridge.integration.listing.Page;
import io.heronbridge.integration.setup.IntegrationSetup;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.portal.admin.AdminPage;
import io.heronbridge.portal.admin.Choices;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import java.net.URLEncoder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** All items, narrowed by what stands in the address. */
@WebServlet("/admin/items")
@ServletSecurity(@HttpConstraint(rolesAllowed = Role.Names.VIEWER))
public class ItemsPage extends AdminPage {
  private static final long serialVersionUID = 1L;
  private static final String LIST = "/admin/items";

  @Inject transient ItemBoard board;
  @Inject transient IntegrationSetup setup;

  public ItemsPage() {
    super("items");
  }

  @Override
  protected View show(Visit visit) {
    ItemFilter filter =
        new ItemFilter(visit.text("status"), visit.id("integration_id"), visit.text("end_user_id"));
    Optional<String> cursor = visit.text("cursor");
    Page<ItemView> page = board.items(filter, cursor, ROWS, caller(visit));
    Choices choices = new Choices(setup.list(caller(visit)));
    Map<String, Object> model = new HashMap<>();
    model.put("filter", filter);
    model.put("narrow", !query(filter).isEmpty());
    model.put("items", page.data());
    model.put("firstPage", cursor.map(any -> LIST + "?" + query(filter)));
    model.put(
        "nextPage",
        page.nextCursor()
            .map(next -> LIST + "?" + query(filter) + "cursor=" + URLEncoder.encode(next, UTF_8)));
    model.put("choices", choices);
    model.put("ribbon", choices.ribbon());
    return framed(visit, "admin/items/list", model);
  }

  private static String query(ItemFilter filter) {
    StringBuilder query = new StringBuilder();
    filter.status().ifPresent(value -> append(query, "status", value));
    filter.integrationId().ifPresent(id -> append(query, "integration_id", id.toString()));
    filter.endUserId().ifPresent(value -> append(query, "end_user_id", value));
    return query.toString();
  }

  private static void append(StringBuilder query, String name, String value) {
    query.append(name).append('=').append(URLEncoder.encode(value, UTF_8)).append('&');
  }
}
