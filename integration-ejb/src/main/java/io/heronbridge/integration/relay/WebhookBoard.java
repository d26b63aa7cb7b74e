package io.heronbridge.integration.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.item.AttemptView;
import io.heronbridge.integration.item.Views;
import io.heronbridge.integration.listing.Conditions;
import io.heronbridge.integration.listing.Cursor;
import io.heronbridge.integration.listing.Page;
import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.integration.problem.NotFoundException;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.integration.Integrations;
import io.heronbridge.persistence.outbox.OutboxMessages;
import io.heronbridge.persistence.secret.Redaction;
import io.heronbridge.persistence.secret.SecretCipher;
import io.heronbridge.persistence.webhook.ReceivedWebhook;
import io.heronbridge.persistence.webhook.ReceivedWebhooks;
import io.heronbridge.persistence.webhook.WebhookStatus;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Webhooks seen, to look at. */
@Stateless
@RolesAllowed({Role.Names.VIEWER, Role.Names.API_READ})
public class WebhookBoard {
  private static final String TOKEN_FIELDS =
      "(\"(?:public_token|access_token|link_token)\"\\s*:\\s*)\"[^\"]*\"";
  private static final String TOKEN_LISTS = "(\"public_tokens\"\\s*:\\s*)\\[[^\\]]*\\]";

  /** What an index of their own finds. */
  private static final Set<WebhookStatus> MISSED =
      EnumSet.of(WebhookStatus.FAILED, WebhookStatus.REFRESH_REQUESTED);

  @Inject EntityManager entityManager;
  @Inject ReceivedWebhooks webhooks;
  @Inject Integrations integrations;
  @Inject OutboxMessages messages;
  @Inject SecretCipher cipher;
  @Inject Clock clock;

  public Page<WebhookView> webhooks(
      WebhookFilter filter, Optional<String> cursor, int limit, Caller caller) {
    Conditions conditions =
        narrowed(filter, caller).after(Cursor.read(cursor), "w.receivedAt", "w.id");
    TypedQuery<ReceivedWebhook> query =
        conditions.bind(
            entityManager.createQuery(
                "select w from ReceivedWebhook w where "
                    + conditions.text()
                    + " order by w.receivedAt desc, w.id desc",
                ReceivedWebhook.class));
    List<ReceivedWebhook> rows = query.setMaxResults(limit + 1).getResultList();
    Map<UUID, String> names = integrations.names();
    return Page.of(rows, limit, row -> new Cursor(row.receivedAt(), row.id()))
        .map(row -> view(row, names));
  }

  private static Conditions narrowed(WebhookFilter filter, Caller caller) {
    Optional<WebhookStatus> status = filter.status().map(WebhookBoard::status);
    Conditions conditions =
        new Conditions()
            .within("w.integration in :mine", caller.integrations())
            .andWhere("w.facts.itemId = :item", "item", filter.itemId())
            .andWhere("w.status = :status", "status", status)
            .andWhere("w.integration = :integration", "integration", filter.integrationId());
    return status.filter(MISSED::contains).isPresent()
        ? conditions.and("w.missed = true")
        : conditions;
  }

  private static WebhookStatus status(String word) {
    try {
      return WebhookStatus.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(
          "status",
          "must be pending, delivered, refresh_requested, refreshed, not_relayed or failed");
    }
  }

  /**
   * @throws NotFoundException when there is none for this caller
   */
  public WebhookView webhook(UUID id, Caller caller) {
    return view(find(id, caller), integrations.names());
  }

  /** One webhook with its content; live tokens in it are hidden. */
  public WebhookDetail detail(UUID id, Caller caller) {
    ReceivedWebhook webhook = find(id, caller);
    String body = new String(webhook.body(cipher), UTF_8);
    return new WebhookDetail(
        view(webhook, integrations.names()),
        hidden(body),
        webhook.headers().stream().map(header -> header.name() + ": " + header.value()).toList());
  }

  private static String hidden(String body) {
    return Redaction.of(
        body.replaceAll(TOKEN_FIELDS, "$1\"(hidden)\"")
            .replaceAll(TOKEN_LISTS, "$1[\"(hidden)\"]"));
  }

  public List<AttemptView> attempts(UUID webhook) {
    return messages.attemptsAbout(webhook).stream().map(Views::of).toList();
  }

  /** Refused webhooks of today and yesterday (UTC), by integration and reason. */
  public List<RefusedCount> refused(Caller caller) {
    LocalDate since =
        LocalDate.ofInstant(clock.instant().minus(Duration.ofDays(1)), ZoneOffset.UTC);
    List<?> rows =
        entityManager
            .createNativeQuery(
                """
                SELECT i.id, i.name, r.reason, sum(r.refused), max(r.last_at)
                  FROM refused_webhook r JOIN integration i ON i.id = r.integration
                 WHERE r.day >= :since
                 GROUP BY i.id, i.name, r.reason
                 ORDER BY sum(r.refused) DESC""")
            .setParameter("since", since)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .filter(row -> caller.mayUse((UUID) row[0]))
        .map(WebhookBoard::refusedCount)
        .toList();
  }

  private static RefusedCount refusedCount(Object[] row) {
    return new RefusedCount(
        (String) row[1],
        ((String) row[2]).toLowerCase(Locale.ROOT),
        ((Number) row[3]).longValue(),
        (java.time.Instant) row[4]);
  }

  private ReceivedWebhook find(UUID id, Caller caller) {
    return webhooks
        .find(id)
        .filter(webhook -> caller.mayUse(webhook.integration()))
        .orElseThrow(() -> new NotFoundException("webhook " + id));
  }

  private static WebhookView view(ReceivedWebhook webhook, Map<UUID, String> names) {
    return new WebhookView(
        webhook.id(),
        webhook.integration(),
        names.getOrDefault(webhook.integration(), ""),
        Optional.ofNullable(webhook.facts().itemId()),
        Optional.ofNullable(webhook.facts().type()),
        Optional.ofNullable(webhook.facts().code()),
        webhook.status().name().toLowerCase(Locale.ROOT),
        webhook.reason(),
        webhook.attempts(),
        webhook.facts().signedAt(),
        webhook.receivedAt(),
        webhook.deliveredAt(),
        HexFormat.of().formatHex(webhook.bodySha256()));
  }
}
