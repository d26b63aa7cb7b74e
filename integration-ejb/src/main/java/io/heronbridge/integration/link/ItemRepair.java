package io.heronbridge.integration.link;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.audit.AuditTrail;
import io.heronbridge.integration.itemstate.ItemStates;
import io.heronbridge.integration.problem.NotFoundException;
import io.heronbridge.persistence.integrationlink.IntegrationLinks;
import io.heronbridge.persistence.item.Account;
import io.heronbridge.persistence.item.Item;
import io.heronbridge.persistence.item.ItemEventKind;
import io.heronbridge.persistence.item.ItemId;
import io.heronbridge.persistence.item.ItemStatus;
import io.heronbridge.persistence.item.Items;
import io.heronbridge.persistence.item.Saying;
import io.heronbridge.persistence.session.LinkSessions;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Takes note that Link ended well in update mode; Plaid's own word follows by webhook. */
@Stateless
public class ItemRepair {
  @Inject Items items;
  @Inject IntegrationLinks links;
  @Inject ItemStates states;
  @Inject LinkSessions sessions;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /**
   * An item that update mode was opened for.
   *
   * @param linkSession the hosted link through which it happened
   * @param accountsChosen whether the end user was asked for accounts
   * @param accounts what they chose, as Link told the browser
   */
  public record Update(
      ItemId item, UUID linkSession, boolean accountsChosen, List<Account> accounts) {}

  /** The end user has mended the login, or chosen accounts anew. */
  public void updated(Update update, Caller caller) {
    ItemId id = update.item();
    // Locked before anything is read: what was read earlier would be written back stale.
    Item item =
        items
            .findForChange(id)
            .filter(found -> caller.mayUse(found.integration().id()))
            .orElseThrow(() -> new NotFoundException("item " + id));
    boolean mended = item.status() != ItemStatus.ACTIVE;
    boolean chosen =
        update.accountsChosen()
            && (item.hasNewAccounts() || !item.bank().accounts().equals(update.accounts()));
    sessions.served(update.linkSession(), clock.instant());
    // A browser may say the same as often as it likes; what changes nothing is not written down.
    if (mended) {
      states.tell(item, Saying.of(ItemEventKind.LOGIN_REPAIRED), caller.name());
      audit.record(caller.name(), "item.repair", "item:" + id);
    }
    if (chosen) {
      states.tell(item, Saying.of(ItemEventKind.ACCOUNTS_CHOSEN), caller.name());
      item.choose(update.accounts());
      audit.record(caller.name(), "item.choose_accounts", "item:" + id);
    }
    if (mended || chosen) {
      // Plaid has the last word on what the browser said.
      links
          .idOf(item)
          .flatMap(links::findForChange)
          .ifPresent(link -> link.readNow(clock.instant()));
    }
  }
}
