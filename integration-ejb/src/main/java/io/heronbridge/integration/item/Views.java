package io.heronbridge.integration.item;

import io.heronbridge.integration.words.Words;
import io.heronbridge.persistence.integration.WebhookDelivery;
import io.heronbridge.persistence.integrationlink.HeronsView;
import io.heronbridge.persistence.integrationlink.IntegrationLink;
import io.heronbridge.persistence.integrationlink.LinkError;
import io.heronbridge.persistence.item.Account;
import io.heronbridge.persistence.item.Bank;
import io.heronbridge.persistence.item.Item;
import io.heronbridge.persistence.outbox.Attempt;
import java.util.Optional;

/** Turns entities into what may be shown. */
public final class Views {
  private Views() {}

  public static ItemView of(IntegrationLink link) {
    Item item = link.item();
    return new ItemView(
        item.itemId().value(),
        item.integration().id(),
        item.integration().name(),
        item.endUser().endUserId().value(),
        institution(item.bank()),
        Words.of(item.status()),
        item.errorCode().map(code -> new ItemView.ItemError(code, item.errorMessage())),
        item.hasNewAccounts(),
        item.createdAt(),
        linkOf(link),
        new ItemView.Life(
            item.disconnectsAt(), item.removalRequestedAt(), item.plaidReadAt(), item.removedAt()));
  }

  private static ItemView.Institution institution(Bank bank) {
    return new ItemView.Institution(
        bank.institutionId(),
        bank.institutionName(),
        bank.accounts().stream().map(Account::mask).filter(mask -> !mask.isEmpty()).toList());
  }

  static LinkView linkOf(IntegrationLink link) {
    Item item = link.item();
    boolean held =
        link.integration().isPaused()
            && link.status()
                == io.heronbridge.persistence.integrationlink.IntegrationLinkStatus.PENDING;
    return new LinkView(
        link.id(),
        item.itemId().value(),
        link.integration().id(),
        link.integration().name(),
        item.endUser().endUserId().value(),
        item.bank().institutionName(),
        Words.of(link.status()),
        link.attempts(),
        held ? Optional.empty() : link.nextAttemptAt(),
        link.lastError().map(Views::failure),
        heron(link),
        held ? Optional.of("the integration is paused") : Optional.empty(),
        link.linkedAt(),
        link.createdAt(),
        reading(link));
  }

  private static LinkView.Reading reading(IntegrationLink link) {
    return new LinkView.Reading(
        link.heronReadAt(),
        link.item().plaidReadAt(),
        link.readDueAt(),
        link.drift().map(Words::of),
        link.integration().webhookDelivery() == WebhookDelivery.DIRECT);
  }

  private static LinkView.Failure failure(LinkError error) {
    return new LinkView.Failure(
        error.kind(), error.httpStatus(), error.message(), error.at(), Advice.on(error));
  }

  private static LinkView.Heron heron(IntegrationLink link) {
    HeronsView view = link.heron();
    return new LinkView.Heron(
        Optional.ofNullable(view.status()),
        Optional.ofNullable(view.statusMessage()),
        Optional.ofNullable(view.lastSuccessfulSync()),
        Optional.ofNullable(view.dataSourceHeronId()));
  }

  public static AttemptView of(Attempt attempt) {
    return new AttemptView(
        attempt.number(),
        attempt.claimNumber(),
        attempt.node(),
        attempt.startedAt(),
        attempt.duration().toMillis(),
        Words.of(attempt.outcome()),
        attempt.httpStatus(),
        attempt.detail(),
        attempt.nextStep());
  }
}
