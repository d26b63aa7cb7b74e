package io.heronbridge.integration.link;

import static java.lang.System.Logger.Level.INFO;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.plaid.PlaidClient;
import io.heronbridge.integration.plaid.PlaidClient.LinkToken;
import io.heronbridge.integration.plaid.PlaidException;
import io.heronbridge.integration.plaid.PlaidFault;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Asks Plaid for link tokens: permissions for one browser to open Link once. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class LinkTokenIssuer {
  private static final System.Logger LOG = System.getLogger(LinkTokenIssuer.class.getName());

  @Inject LinkTokenDesk desk;
  @Inject PlaidClient plaid;

  /**
   * @throws PlaidFault when Plaid gives none
   */
  public LinkTokenView issue(LinkTokenRequest request, Caller caller) {
    LinkTokenDesk.Prepared prepared = desk.prepare(request, caller);
    try {
      LinkToken token = plaid.createLinkToken(prepared.target(), prepared.order());
      LOG.log(
          INFO,
          () ->
              "link token issued integration=%s update=%s request_id=%s"
                  .formatted(
                      request.integrationId(), request.itemId().isPresent(), token.requestId()));
      return new LinkTokenView(token.token(), token.expiration());
    } catch (PlaidException e) {
      LOG.log(INFO, () -> "link token refused: " + e.getMessage());
      throw new PlaidFault(e);
    }
  }
}
