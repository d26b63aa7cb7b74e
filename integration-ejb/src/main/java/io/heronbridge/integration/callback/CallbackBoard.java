package io.heronbridge.integration.callback;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.listing.Conditions;
import io.heronbridge.integration.listing.Cursor;
import io.heronbridge.integration.listing.Page;
import io.heronbridge.integration.problem.NotFoundException;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.callback.HeronCallback;
import io.heronbridge.persistence.callback.HeronCallbacks;
import io.heronbridge.persistence.integration.Integrations;
import io.heronbridge.persistence.secret.Redaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Heron's own webhooks, to look at. */
@Stateless
@RolesAllowed({Role.Names.VIEWER, Role.Names.API_READ})
public class CallbackBoard {
  @Inject EntityManager entityManager;
  @Inject HeronCallbacks callbacks;
  @Inject Integrations integrations;

  /** Newest first. */
  public Page<CallbackView> callbacks(
      Optional<UUID> integration, Optional<String> cursor, int limit, Caller caller) {
    Conditions conditions =
        new Conditions()
            .within("c.integration in :mine", caller.integrations())
            .andWhere("c.integration = :integration", "integration", integration)
            .after(Cursor.read(cursor), "c.receivedAt", "c.id");
    TypedQuery<HeronCallback> query =
        conditions.bind(
            entityManager.createQuery(
                "select c from HeronCallback c where "
                    + conditions.text()
                    + " order by c.receivedAt desc, c.id desc",
                HeronCallback.class));
    List<HeronCallback> rows = query.setMaxResults(limit + 1).getResultList();
    Map<UUID, String> names = integrations.names();
    return Page.of(rows, limit, row -> new Cursor(row.receivedAt(), row.id()))
        .map(row -> view(row, names));
  }

  /**
   * @throws NotFoundException when there is none for this caller
   */
  public CallbackDetail detail(UUID id, Caller caller) {
    HeronCallback callback =
        callbacks
            .find(id)
            .filter(found -> caller.mayUse(found.integration()))
            .orElseThrow(() -> new NotFoundException("callback " + id));
    return new CallbackDetail(
        view(callback, integrations.names()), Redaction.of(new String(callback.body(), UTF_8)));
  }

  private static CallbackView view(HeronCallback callback, Map<UUID, String> names) {
    return new CallbackView(
        callback.id(),
        callback.integration(),
        names.getOrDefault(callback.integration(), ""),
        callback.facts().topic(),
        callback.facts().itemId(),
        callback.facts().endUserId(),
        callback.receivedAt(),
        callback.linksMarked(),
        effect(callback),
        HexFormat.of().formatHex(callback.bodySha256()));
  }

  private static String effect(HeronCallback callback) {
    int links = callback.linksMarked();
    if (!CallbackNews.speaksOfLinks(callback.facts())) {
      return "None: this topic says nothing of links.";
    }
    return switch (links) {
      case 0 -> "None: it names no link that this integration has at Heron.";
      case 1 -> "One link is read at Heron soon; what Heron says there counts.";
      default -> links + " links are read at Heron soon; what Heron says there counts.";
    };
  }
}
