package io.heronbridge.integration.itemimport;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.listing.Cursor;
import io.heronbridge.integration.listing.Page;
import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.integration.problem.NotFoundException;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.itemimport.ImportOrder;
import io.heronbridge.persistence.itemimport.ImportTally;
import io.heronbridge.persistence.itemimport.ItemImport;
import io.heronbridge.persistence.itemimport.ItemImports;
import io.heronbridge.persistence.itemimport.RejectedLine;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Imports, to look at. */
@Stateless
@RolesAllowed({Role.Names.VIEWER, Role.Names.API_READ})
public class ImportBoard {
  @Inject EntityManager entityManager;
  @Inject ItemImports imports;

  /** The caller's imports, newest first. */
  public Page<ImportView> imports(Optional<String> cursor, int limit, Caller caller) {
    Cursor after = Cursor.read(cursor);
    boolean all = caller.integrations().isEmpty();
    TypedQuery<ItemImport> query =
        entityManager
            .createQuery(
                "select i from ItemImport i join fetch i.integration"
                    + " where (i.createdAt < :at or (i.createdAt = :at and i.id < :id))"
                    + (all ? "" : " and i.integration.id in :mine")
                    + " order by i.createdAt desc, i.id desc",
                ItemImport.class)
            .setParameter("at", after.at())
            .setParameter("id", after.id())
            .setMaxResults(limit + 1);
    if (!all) {
      query.setParameter("mine", caller.integrations());
    }
    return Page.of(query.getResultList(), limit, row -> new Cursor(row.createdAt(), row.id()))
        .map(this::view);
  }

  /**
   * @throws NotFoundException when there is none for this caller
   */
  public ImportView get(UUID id, Caller caller) {
    return view(find(id, caller));
  }

  /**
   * The rejected lines in the order of the file; of those of one import, the first 10,000 are kept.
   *
   * @param cursor the number of the line before
   */
  public Page<RejectedLine> rejected(UUID id, Optional<String> cursor, int limit, Caller caller) {
    find(id, caller);
    List<RejectedLine> rows = imports.rejected(id, after(cursor), limit + 1);
    boolean more = rows.size() > limit;
    List<RejectedLine> shown = more ? rows.subList(0, limit) : rows;
    return new Page<>(
        List.copyOf(shown),
        more ? Optional.of(Long.toString(shown.get(limit - 1).number())) : Optional.empty());
  }

  private static long after(Optional<String> cursor) {
    try {
      return cursor.map(Long::parseLong).orElse(0L);
    } catch (NumberFormatException e) {
      throw new InvalidInputException("cursor", "is not a cursor of this list");
    }
  }

  private ItemImport find(UUID id, Caller caller) {
    return imports
        .find(id)
        .filter(found -> caller.mayUse(found.integration().id()))
        .orElseThrow(() -> new NotFoundException("import " + id));
  }

  private ImportView view(ItemImport itemImport) {
    return new ImportView(
        itemImport.id(),
        source(itemImport),
        itemImport.status().name().toLowerCase(Locale.ROOT),
        itemImport.reason(),
        lines(itemImport),
        imports.linkCounts(itemImport.id()),
        imports.webhookCounts(itemImport.id()),
        new ImportView.Times(
            itemImport.createdAt(), itemImport.receivedAt(), itemImport.finishedAt()));
  }

  private static ImportView.Source source(ItemImport itemImport) {
    ImportOrder order = itemImport.order();
    return new ImportView.Source(
        itemImport.integration().id(),
        itemImport.integration().name(),
        order.format().name().toLowerCase(Locale.ROOT),
        order.fileName(),
        order.moveWebhooks(),
        order.requestedBy());
  }

  private static ImportView.Lines lines(ItemImport itemImport) {
    ImportTally tally = itemImport.tally();
    return new ImportView.Lines(
        itemImport.lines(), tally.processed(), tally.accepted(), tally.known(), tally.rejected());
  }
}
