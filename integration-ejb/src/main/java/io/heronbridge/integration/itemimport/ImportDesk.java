package io.heronbridge.integration.itemimport;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.audit.AuditTrail;
import io.heronbridge.integration.problem.ConflictException;
import io.heronbridge.integration.problem.NotFoundException;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.integration.Integration;
import io.heronbridge.persistence.integration.Integrations;
import io.heronbridge.persistence.itemimport.ImportChunk;
import io.heronbridge.persistence.itemimport.ImportOrder;
import io.heronbridge.persistence.itemimport.ImportStatus;
import io.heronbridge.persistence.itemimport.ItemImport;
import io.heronbridge.persistence.itemimport.ItemImports;
import io.heronbridge.persistence.itemimport.RejectedLine;
import io.heronbridge.persistence.secret.SecretCipher;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;

/** Opens, fills, stops and deletes imports, each in a short transaction of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@PermitAll
public class ImportDesk {
  /** An upload without a sign of life for so long is given up: its node is gone. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final int MOST_OPEN = 3;
  private static final String STOPPED = "The import was stopped during its upload.";

  @Inject ItemImports imports;
  @Inject Integrations integrations;
  @Inject AuditTrail audit;
  @Inject SecretCipher cipher;
  @Inject Clock clock;

  /**
   * @throws NotFoundException when there is none for this caller
   */
  public void requireIntegration(UUID integration, Caller caller) {
    caller.ownIntegration(integrations.find(integration), integration);
  }

  /**
   * The integration is locked, so that of two who come at once the second counts the first.
   *
   * @throws ConflictException when the integration has enough imports going on
   */
  public UUID open(UUID integration, ImportOrder order, Caller caller) {
    Integration into = caller.ownIntegration(integrations.findForChange(integration), integration);
    if (imports.countOpen(integration) >= MOST_OPEN) {
      throw new ConflictException(
          "The integration has three imports going on: wait for one to end, or cancel one.");
    }
    ItemImport opened = new ItemImport(into, order, clock.instant());
    imports.add(opened);
    String what = order.format().name().toLowerCase(Locale.ROOT);
    audit.record(caller.name(), "item_import.start", subject(opened.id()), what);
    return opened.id();
  }

  /** Stores more lines, sealed. */
  public void append(UUID id, int number, LineChunk chunk) {
    ItemImport open = receiving(id);
    imports.add(new ImportChunk(open, number, cipher, chunk.bytes()));
    open.receive(chunk.lines(), clock.instant());
  }

  /** Writes down that this line and all after it are too many. */
  public void noteSurplus(UUID id, long line) {
    String reason = "an import may have 1,000,000 lines; this one and all after it are not taken";
    imports.reject(receiving(id), new RejectedLine(line, reason));
  }

  /** All of the upload is stored. */
  public void complete(UUID id, long surplus, Caller caller) {
    ItemImport open = receiving(id);
    open.received(surplus, clock.instant());
    audit.record(caller.name(), "item_import.received", subject(id), open.lines() + " lines");
  }

  /**
   * @throws ConflictException when nothing more of the upload is wanted
   */
  public void requireReceiving(UUID id) {
    if (imports.find(id).filter(found -> found.status() == ImportStatus.RECEIVING).isEmpty()) {
      throw new ConflictException(STOPPED);
    }
  }

  private ItemImport receiving(UUID id) {
    return imports
        .findForChange(id)
        .filter(found -> found.status() == ImportStatus.RECEIVING)
        .orElseThrow(() -> new ConflictException(STOPPED));
  }

  /** The upload did not arrive whole: what came is deleted. */
  public void breakOff(UUID id, String why) {
    imports
        .findForChange(id)
        .filter(found -> found.status() == ImportStatus.RECEIVING)
        .ifPresent(
            open -> {
              open.breakOff(why, clock.instant());
              imports.purge(open);
            });
  }

  /** Gives up uploads whose node is gone. */
  public void sweep() {
    imports
        .receivingSince(clock.instant().minus(PATIENCE))
        .forEach(id -> breakOff(id, "The upload broke off; nothing of it was kept."));
  }

  /** It cannot be worked off: what is left of it is deleted. */
  public void fail(UUID id, String why) {
    imports
        .findForChange(id)
        .filter(found -> found.status() == ImportStatus.RUNNING)
        .ifPresent(
            running -> {
              running.fail(why, clock.instant());
              imports.purge(running);
            });
  }

  /**
   * Stops it; items that were brought in stay.
   *
   * @throws ConflictException when it has ended
   */
  @RolesAllowed({Role.Names.OPERATOR, Role.Names.API_WRITE})
  public void cancel(UUID id, Caller caller) {
    ItemImport found = find(id, caller);
    if (!found.status().isOpen()) {
      throw new ConflictException("The import has ended; there is nothing to cancel.");
    }
    found.cancel(clock.instant());
    imports.purge(found);
    audit.record(caller.name(), "item_import.cancel", subject(id));
  }

  /**
   * Forgets an import that has ended; items that were brought in stay.
   *
   * @throws ConflictException while it is going on
   */
  @RolesAllowed({Role.Names.OPERATOR, Role.Names.API_WRITE})
  public void delete(UUID id, Caller caller) {
    ItemImport found = find(id, caller);
    if (found.status().isOpen()) {
      throw new ConflictException("The import is going on; cancel it first.");
    }
    imports.remove(found);
    audit.record(caller.name(), "item_import.delete", subject(id));
  }

  private ItemImport find(UUID id, Caller caller) {
    return imports
        .findForChange(id)
        .filter(found -> caller.mayUse(found.integration().id()))
        .orElseThrow(() -> new NotFoundException("import " + id));
  }

  private static String subject(UUID id) {
    return "item_import:" + id;
  }
}
