package io.heronbridge.portal.admin.search;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.enduser.EndUserDirectory;
import io.heronbridge.integration.item.ItemBoard;
import io.heronbridge.integration.item.LinkBoard;
import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.integration.problem.NotFoundException;
import io.heronbridge.integration.relay.WebhookBoard;
import io.heronbridge.integration.resendjob.ResendBoard;
import io.heronbridge.integration.setup.IntegrationSetup;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.enduser.EndUserId;
import io.heronbridge.persistence.item.ItemId;
import io.heronbridge.portal.admin.AdminPage;
import io.heronbridge.portal.admin.endusers.EndUserAddress;
import io.heronbridge.portal.admin.items.ItemAddress;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Leads from any id to its page; what is no id is looked for among the end users. */
@WebServlet("/admin/search")
@ServletSecurity(@HttpConstraint(rolesAllowed = Role.Names.VIEWER))
public class SearchPage extends AdminPage {
  private static final long serialVersionUID = 1L;

  @Inject transient LinkBoard links;
  @Inject transient ItemBoard items;
  @Inject transient WebhookBoard webhooks;
  @Inject transient ResendBoard resends;
  @Inject transient IntegrationSetup setup;
  @Inject transient EndUserDirectory endUsers;

  public SearchPage() {
    super("search");
  }

  @Override
  protected View show(Visit visit) {
    String text = visit.text("q").orElse("");
    if (text.isEmpty()) {
      return View.moved("/admin/end-users");
    }
    Caller caller = caller(visit);
    return View.moved(
        Stream.<Supplier<Optional<String>>>of(
                () -> byUuid(text, caller), () -> byItem(text, caller), () -> byEndUser(text))
            .map(Supplier::get)
            .flatMap(Optional::stream)
            .findFirst()
            .orElseGet(() -> EndUserAddress.search(text).toString()));
  }

  private Optional<String> byUuid(String text, Caller caller) {
    UUID id;
    try {
      id = UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    record Place(String folder, BooleanSupplier holds) {}
    return List.of(
            new Place("/admin/links/", () -> exists(() -> links.link(id, caller))),
            new Place("/admin/resend-jobs/", () -> exists(() -> resends.get(id, caller))),
            new Place("/admin/webhooks/", () -> exists(() -> webhooks.detail(id, caller))),
            new Place("/admin/integrations/", () -> exists(() -> setup.get(id, caller))))
        .stream()
        .filter(place -> place.holds().getAsBoolean())
        .map(place -> place.folder() + id)
        .findFirst();
  }

  private static boolean exists(Supplier<?> found) {
    try {
      return found.get() != null;
    } catch (NotFoundException e) {
      return false;
    }
  }

  private Optional<String> byItem(String text, Caller caller) {
    try {
      return Optional.of(ItemAddress.of(items.item(new ItemId(text), caller).itemId()));
    } catch (NotFoundException | InvalidInputException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<String> byEndUser(String text) {
    try {
      return endUsers.find(new EndUserId(text)).map(EndUserAddress::of);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
