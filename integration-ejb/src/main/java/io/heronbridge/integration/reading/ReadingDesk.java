package io.heronbridge.integration.reading;

import static java.lang.System.Logger.Level.WARNING;

import io.heronbridge.integration.heron.HeronTarget;
import io.heronbridge.integration.plaid.PlaidTarget;
import io.heronbridge.integration.reading.ReadingGroup.Sides;
import io.heronbridge.integration.reading.ReadingGroup.Subject;
import io.heronbridge.integration.settings.Settings;
import io.heronbridge.persistence.integration.Integration;
import io.heronbridge.persistence.integration.WebhookDelivery;
import io.heronbridge.persistence.integrationlink.IntegrationLink;
import io.heronbridge.persistence.integrationlink.IntegrationLinkStatus;
import io.heronbridge.persistence.integrationlink.IntegrationLinks;
import io.heronbridge.persistence.integrationlink.LinkReadings;
import io.heronbridge.persistence.integrationlink.LinkReadings.Claim;
import io.heronbridge.persistence.integrationlink.UnknownLinks.Owner;
import io.heronbridge.persistence.item.Item;
import io.heronbridge.persistence.secret.Secret;
import io.heronbridge.persistence.secret.SecretCipher;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whose turn it is, and what the readings need: read before the calls. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ReadingDesk {
  private static final System.Logger LOG = System.getLogger(ReadingDesk.class.getName());

  @Inject LinkReadings readings;
  @Inject IntegrationLinks links;
  @Inject SecretCipher cipher;
  @Inject Settings settings;
  @Inject Clock clock;

  public List<Claim> claim(int limit) throws SQLException {
    return readings.claim(limit, lease().time(), settings.readingInterval().dividedBy(2));
  }

  private Lease lease() {
    return new Lease(settings.attemptTimeout());
  }

  /** To be called at once after the claims were made. */
  public List<ReadingGroup> prepare(List<Claim> claims) {
    Map<UUID, Claim> byLink =
        claims.stream().collect(Collectors.toMap(Claim::link, Function.identity()));
    Map<Owner, List<IntegrationLink>> byOwner =
        links.withItems(byLink.keySet()).stream()
            .collect(
                Collectors.groupingBy(ReadingDesk::owner, LinkedHashMap::new, Collectors.toList()));
    return byOwner.entrySet().stream()
        .flatMap(entry -> orLater(() -> group(entry.getKey(), entry.getValue(), byLink)))
        .toList();
  }

  /** One whose secrets cannot be opened must not keep the others from being read. */
  private static Stream<ReadingGroup> orLater(Supplier<ReadingGroup> group) {
    try {
      return Stream.of(group.get());
    } catch (RuntimeException e) {
      LOG.log(WARNING, "not read", e);
      return Stream.empty();
    }
  }

  private static Owner owner(IntegrationLink link) {
    return new Owner(link.integration().id(), link.item().endUser().id());
  }

  private ReadingGroup group(Owner owner, List<IntegrationLink> found, Map<UUID, Claim> claims) {
    Integration integration = found.get(0).integration();
    return new ReadingGroup(
        owner,
        clock.instant().plus(lease().timeToAsk()),
        integration.version(),
        integration.isPaused(),
        new Sides(HeronTarget.of(integration, cipher), PlaidTarget.of(integration, cipher)),
        found.get(0).item().endUser().endUserId().value(),
        found.stream().map(link -> subject(link, claims.get(link.id()))).toList());
  }

  private Subject subject(IntegrationLink link, Claim claim) {
    Item item = link.item();
    Optional<Secret> token = asksPlaid(link) ? item.accessToken(cipher) : Optional.empty();
    boolean linked = link.status() == IntegrationLinkStatus.LINKED;
    return new Subject(claim, item.itemId(), linked, token);
  }

  /** Once in an interval; always when wanted, and where nobody tells us. */
  private boolean asksPlaid(IntegrationLink link) {
    Instant longAgo =
        clock.instant().minus(settings.readingInterval().multipliedBy(9).dividedBy(10));
    return link.isToReadPlaid()
        || link.integration().webhookDelivery() == WebhookDelivery.DIRECT
        || link.item().plaidReadAt().filter(at -> at.isAfter(longAgo)).isEmpty();
  }
}
