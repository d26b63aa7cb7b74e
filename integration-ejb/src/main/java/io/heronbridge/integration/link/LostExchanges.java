package io.heronbridge.integration.link;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.exchange.PublicTokenClaim;
import io.heronbridge.persistence.exchange.PublicTokenClaims;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** Exchanges that were lost and not made good since, to look at. */
@Stateless
@RolesAllowed({Role.Names.VIEWER, Role.Names.API_READ})
public class LostExchanges {
  @Inject PublicTokenClaims claims;

  /** Newest first. */
  public List<LostExchange> recent(int limit, Caller caller) {
    return claims.lost(limit).stream()
        .filter(claim -> caller.mayUse(claim.integration().id()))
        .map(LostExchanges::view)
        .toList();
  }

  private static LostExchange view(PublicTokenClaim claim) {
    return new LostExchange(
        claim.createdAt(),
        claim.endUser().endUserId().value(),
        claim.integration().name(),
        claim.bank().institutionName(),
        claim.plaidSessionId(),
        claim.requestId());
  }
}
