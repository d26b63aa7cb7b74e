package io.heronbridge.integration.reading;

import io.heronbridge.integration.outbox.Outbox;
import io.heronbridge.integration.reading.HeronSaid.Listed;
import io.heronbridge.integration.reading.HeronSaid.Nothing;
import io.heronbridge.integration.reading.HeronSaid.Untold;
import io.heronbridge.integration.reading.ReadingGroup.Subject;
import io.heronbridge.integration.reading.ReadingSchedule.Finding;
import io.heronbridge.integration.settings.PublicUrls;
import io.heronbridge.integration.settings.Settings;
import io.heronbridge.persistence.integration.Integration;
import io.heronbridge.persistence.integration.Integrations;
import io.heronbridge.persistence.integration.WebhookDelivery;
import io.heronbridge.persistence.integrationlink.HeronsView;
import io.heronbridge.persistence.integrationlink.IntegrationLink;
import io.heronbridge.persistence.integrationlink.IntegrationLinkStatus;
import io.heronbridge.persistence.integrationlink.IntegrationLinks;
import io.heronbridge.persistence.integrationlink.UnknownLinks;
import io.heronbridge.persistence.item.ItemId;
import io.heronbridge.persistence.item.Items;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Writes down what a reading found, link by link, each in a short transaction of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ReadingRecords {
  @Inject IntegrationLinks links;
  @Inject Integrations integrations;
  @Inject Items items;
  @Inject UnknownLinks unknown;
  @Inject HeronNews news;
  @Inject PublicUrls urls;
  @Inject Outbox outbox;
  @Inject Settings settings;
  @Inject Clock clock;

  /**
   * @param plaidAgain when Plaid is to be asked again; empty when it has told, or was not asked
   */
  public void record(Subject subject, HeronSaid said, Optional<Duration> plaidAgain) {
    Optional<IntegrationLink> found = links.findForChange(subject.claim().link());
    if (found.isEmpty() || found.get().item().isRemoved()) {
      return;
    }
    IntegrationLink link = found.get();
    Instant now = clock.instant();
    if (said instanceof Listed listed) {
      heed(link, listed, now);
    }
    boolean listed = said instanceof Listed;
    Sight sight = Sight.of(link, listed, urls.webhookOf(link.integration()), now);
    Duration wait = waitAfter(link, finding(link, sight, said));
    if (said instanceof Nothing nothing && sight.linked()) {
      wait = ReadingSchedule.shorter(wait, nothing.again());
    }
    if (plaidAgain.isPresent()) {
      wait = ReadingSchedule.shorter(wait, plaidAgain.get());
    } else if (subject.accessToken().isPresent()) {
      link.plaidWasRead(subject.claim().until());
    }
    link.wasRead(sight.drift().orElse(null), subject.claim().until(), now.plus(wait));
  }

  private void heed(IntegrationLink link, Listed listed, Instant now) {
    if (link.status() != IntegrationLinkStatus.LINKED) {
      return;
    }
    HeronsView view = listed.links().get(link.item().itemId().value());
    if (view != null) {
      news.heed(link, view, now);
    } else if (link.linkedAt().filter(at -> at.isBefore(listed.askedAt())).isPresent()) {
      link.miss(now);
    }
  }

  /** What Heron does not tell is not asked for more often than what is settled. */
  private Finding finding(IntegrationLink link, Sight sight, HeronSaid said) {
    boolean healing = sight.linked() && !news.waiting(link).isEmpty();
    return said instanceof Untold ? Finding.SETTLED : sight.finding(healing);
  }

  private Duration waitAfter(IntegrationLink link, Finding finding) {
    boolean direct = link.integration().webhookDelivery() == WebhookDelivery.DIRECT;
    return new ReadingSchedule(settings.readingInterval(), settings.directReadingInterval())
        .waitAfter(finding, direct, link.reads(), ThreadLocalRandom.current().nextDouble());
  }

  /** Keeps the links that Heron has for an end user and we do not know. */
  public void recordUnknown(UnknownLinks.Owner owner, Listed listed) {
    Map<String, HeronsView> strange = new LinkedHashMap<>(listed.links());
    strange.keySet().removeIf(this::isKnown);
    Instant now = clock.instant();
    strange.forEach((itemId, view) -> unknown.see(owner, itemId, view.status(), now));
    unknown.forgetAllBut(strange.keySet(), owner);
  }

  private boolean isKnown(String itemId) {
    try {
      return items.find(new ItemId(itemId)).isPresent();
    } catch (IllegalArgumentException strange) {
      // No item of Plaid's has such an id, so nobody could do anything about it.
      return true;
    }
  }

  /** Heron refuses the key: that is so for all links of the integration. */
  public void pause(ReadingGroup group, int status) {
    Integration integration = integrations.findForChange(group.owner().integration()).orElseThrow();
    if (integration.version() == group.integrationVersion()) {
      integration.pause(
          "Heron refused the API key (%d). Enter a valid key.".formatted(status), clock.instant());
      outbox.wakeAfterCommit();
    }
  }
}
