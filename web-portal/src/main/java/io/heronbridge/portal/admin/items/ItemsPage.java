package io.heronbridge.portal.admin.items;

import io.heronbridge.integration.item.ItemBoard;
import io.heronbridge.integration.item.ItemFilter;
import io.heronbridge.integration.item.ItemView;
import io.heronbridge.integration.listing.Page;
import io.heronbridge.integration.setup.IntegrationSetup;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.portal.admin.AdminPage;
import io.heronbridge.portal.admin.Choices;
import io.heronbridge.portal.page.Address;
import io.heronbridge.portal.page.CsvFile;
import io.heronbridge.portal.page.CsvTable;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** All items, narrowed by what stands in the address. */
@WebServlet("/admin/items")
@ServletSecurity(@HttpConstraint(rolesAllowed = Role.Names.VIEWER))
public class ItemsPage extends AdminPage {
  private static final long serialVersionUID = 1L;
  private static final CsvTable<ItemView> TABLE =
      new CsvTable<ItemView>()
          .column("item_id", ItemView::itemId)
          .column("status", ItemView::status)
          .column("error_code", item -> item.error().map(ItemView.ItemError::code))
          .column("end_user_id", ItemView::endUserId)
          .column("institution_id", item -> item.institution().institutionId())
          .column("institution", item -> item.institution().name())
          .column("integration_id", ItemView::integrationId)
          .column("integration", ItemView::integrationName)
          .column("link_id", item -> item.link().id())
          .column("link_status", item -> item.link().status())
          .column("new_accounts", ItemView::newAccounts)
          .column("disconnects_at", item -> item.life().disconnectsAt())
          .column("created_at", ItemView::createdAt)
          .column("removed_at", item -> item.life().removedAt());

  @Inject transient ItemBoard board;
  @Inject transient IntegrationSetup setup;

  public ItemsPage() {
    super("items");
  }

  @Override
  protected View show(Visit visit) {
    ItemFilter filter =
        new ItemFilter(visit.text("status"), visit.id("integration_id"), visit.text("end_user_id"));
    return CsvFile.isAskedFor(visit) ? file(visit, filter) : list(visit, filter);
  }

  private View file(Visit visit, ItemFilter filter) {
    return file(
        visit, "items", TABLE, cursor -> board.items(filter, cursor, CsvTable.ROWS, caller(visit)));
  }

  private View list(Visit visit, ItemFilter filter) {
    Address address = address(filter);
    Optional<String> cursor = visit.text("cursor");
    Page<ItemView> page = board.items(filter, cursor, ROWS, caller(visit));
    Choices choices = new Choices(setup.list(caller(visit)));
    Map<String, Object> model = new HashMap<>();
    model.put("filter", filter);
    model.put("narrow", address.isNarrow());
    model.put("items", page.data());
    model.put("csv", CsvFile.address(address));
    putPages(model, address, cursor, page);
    model.put("choices", choices);
    model.put("ribbon", choices.ribbon());
    return framed(visit, "admin/items/list", model);
  }

  private static Address address(ItemFilter filter) {
    return Address.of("/admin/items")
        .with("status", filter.status())
        .with("integration_id", filter.integrationId())
        .with("end_user_id", filter.endUserId());
  }
}
