package io.heronbridge.integration.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.access.Tokens;
import io.heronbridge.integration.audit.AuditTrail;
import io.heronbridge.integration.brand.BrandBoard;
import io.heronbridge.integration.item.ItemView;
import io.heronbridge.integration.item.Views;
import io.heronbridge.integration.link.Opening.Sender;
import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.integration.settings.PublicUrls;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.enduser.EndUser;
import io.heronbridge.persistence.enduser.EndUsers;
import io.heronbridge.persistence.integration.Integration;
import io.heronbridge.persistence.integration.Integrations;
import io.heronbridge.persistence.integration.LinkSettings;
import io.heronbridge.persistence.integrationlink.IntegrationLinks;
import io.heronbridge.persistence.item.Item;
import io.heronbridge.persistence.item.Items;
import io.heronbridge.persistence.secret.Hash;
import io.heronbridge.persistence.secret.Secret;
import io.heronbridge.persistence.session.LinkSession;
import io.heronbridge.persistence.session.LinkSessionState;
import io.heronbridge.persistence.session.LinkSessions;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Hosted links: made by an operator or the lender's backend, opened once by the end user. */
@Stateless
@PermitAll
public class HostedLinks {
  private static final Duration DEFAULT_LIFE = Duration.ofHours(1);
  private static final Duration SHORTEST = Duration.ofSeconds(60);
  private static final Duration LONGEST = Duration.ofDays(7);

  @Inject LinkSessions sessions;
  @Inject Integrations integrations;
  @Inject EndUsers endUsers;
  @Inject Items items;
  @Inject IntegrationLinks links;
  @Inject BrandBoard brands;
  @Inject AuditTrail audit;
  @Inject PublicUrls urls;
  @Inject Clock clock;

  /**
   * @throws InvalidInputException when the life is out of bounds or the return host is not allowed
   */
  @RolesAllowed({Role.Names.OPERATOR, Role.Names.API_WRITE})
  public HostedLink create(HostedLinkRequest request, Caller caller) {
    Integration integration =
        caller.ownIntegration(integrations.find(request.integrationId()), request.integrationId());
    Duration life = request.expiresIn().orElse(DEFAULT_LIFE);
    if (life.compareTo(SHORTEST) < 0 || life.compareTo(LONGEST) > 0) {
      throw new InvalidInputException("expires_in", "must be from 60 to 604800 seconds");
    }
    request.returnUrl().ifPresent(url -> checkReturn(url, integration));
    Instant now = clock.instant();
    EndUser endUser = endUsers.findOrCreate(request.endUserId(), request.endUserName(), now);
    LinkSession session = new LinkSession(integration, endUser, request.returnUrl().orElse(null));
    Secret token = Tokens.fresh();
    session.admit(token, now, now.plus(life));
    sessions.add(session);
    audit.record(
        caller.name(),
        "link_session.create",
        "end_user:" + endUser.endUserId(),
        "session " + session.id());
    return new HostedLink(session.id(), urls.connect(Tokens.reveal(token)), session.expiresAt());
  }

  private static void checkReturn(String url, Integration integration) {
    try {
      URI uri = URI.create(url);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (web && uri.getUserInfo() == null && isListed(uri, integration)) {
        return;
      }
    } catch (IllegalArgumentException ignored) {
      // Refused below, like every other address that is not on the list.
    }
    throw new InvalidInputException(
        "return_url",
        "must be an http or https URL whose host is in the integration's return_hosts");
  }

  private static boolean isListed(URI uri, Integration integration) {
    return uri.getHost() != null
        && (integration.returnHosts().contains(uri.getHost())
            || integration.returnHosts().contains(uri.getAuthority()));
  }

  /** Swaps the link's token for a cookie, once. */
  public Opening open(Secret token) {
    Optional<LinkSession> found = sessions.byToken(token);
    if (found.isEmpty()) {
      return new Opening.Unknown();
    }
    LinkSession session = found.get();
    Sender sender = sender(session);
    Instant now = clock.instant();
    return switch (session.state(now)) {
      case EXPIRED, USED_UP -> new Opening.Expired(sender);
      case REVOKED -> new Opening.Revoked(sender);
      case OPEN -> new Opening.Used(sender);
      case FRESH -> {
        Secret cookie = Tokens.fresh();
        session.open(cookie, now);
        yield new Opening.Opened(cookie, Duration.between(now, session.expiresAt()));
      }
    };
  }

  /** The session behind a browser's cookie, while it lasts. */
  public Optional<ConnectSession> session(Secret cookie) {
    return sessions
        .byCookie(cookie)
        .filter(session -> session.state(clock.instant()) == LinkSessionState.OPEN)
        .map(session -> view(session, cookie));
  }

  /** Why the page behind a browser's cookie has ended. */
  public Opening ended(Secret cookie) {
    Optional<LinkSession> found = sessions.byCookie(cookie);
    if (found.isEmpty()) {
      return new Opening.Unknown();
    }
    Sender sender = sender(found.get());
    return found.get().state(clock.instant()) == LinkSessionState.REVOKED
        ? new Opening.Revoked(sender)
        : new Opening.Expired(sender);
  }

  private static Sender sender(LinkSession session) {
    LinkSettings link = session.integration().link();
    return new Sender(link.clientName(), link.language());
  }

  private ConnectSession view(LinkSession session, Secret cookie) {
    EndUser endUser = session.endUser();
    Integration integration = session.integration();
    return new ConnectSession(
        session.id(),
        integration.id(),
        integration.link().clientName(),
        brands.look(integration.id()),
        integration.link().language(),
        endUser.endUserId(),
        session.returnUrl(),
        session.expiresAt(),
        banks(endUser, integration),
        formToken(cookie),
        new Caller("end-user:" + endUser.endUserId(), Set.of(), List.of(integration.id()), ""));
  }

  private List<ItemView> banks(EndUser endUser, Integration integration) {
    return items.connectedBy(endUser).stream()
        .filter(item -> item.integration().id().equals(integration.id()))
        .map(this::view)
        .toList();
  }

  private ItemView view(Item item) {
    return links.of(item).map(Views::of).orElseThrow();
  }

  /** Known to our page, not computable without the cookie, and not the cookie itself. */
  private static String formToken(Secret cookie) {
    byte[] seed = ("connect-form/" + HexFormat.of().formatHex(cookie.hash())).getBytes(UTF_8);
    return HexFormat.of().formatHex(Hash.sha256(seed));
  }
}
