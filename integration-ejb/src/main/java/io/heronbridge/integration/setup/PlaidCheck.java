package io.heronbridge.integration.setup;

import io.heronbridge.integration.net.OutboundRule;
import io.heronbridge.integration.plaid.PlaidClient;
import io.heronbridge.integration.plaid.PlaidException;
import io.heronbridge.integration.plaid.PlaidTarget;
import io.heronbridge.integration.setup.CheckResult.Side;
import io.heronbridge.persistence.integration.PlaidEnvironment;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tries Plaid's side: a link token with the integration's settings, which nobody will use. */
final class PlaidCheck {
  private static final String WRONG_KEYS = "INVALID_API_KEYS";

  private final PlaidClient plaid;
  private final String publicUrl;

  PlaidCheck(PlaidClient plaid, String publicUrl) {
    this.plaid = plaid;
    this.publicUrl = publicUrl;
  }

  Side check(CheckDesk.Targets targets) {
    List<String> remarks = remarks(targets);
    try {
      plaid.createLinkToken(targets.plaid(), targets.probe());
      return new Side(true, "Plaid accepts the keys and the Link settings.", remarks);
    } catch (PlaidException e) {
      return new Side(false, sentence(e, targets), remarks);
    }
  }

  private String sentence(PlaidException e, CheckDesk.Targets targets) {
    PlaidTarget target = targets.plaid();
    return switch (e.kind()) {
      case KEYS_REFUSED, REFUSED ->
          otherHome(e, targets)
              .map(other -> PlaidAdvice.otherEnvironment(target.environment(), other))
              .orElseGet(
                  () ->
                      PlaidAdvice.on(
                          e.errorCode().orElse("no error code"),
                          e.said().orElse(""),
                          target.environment()));
      case NOT_FOUND ->
          "What answers is not Plaid (404): correct the Plaid base URL under More settings.";
      case LIMITED -> "Plaid limits the number of calls just now; check again in a minute.";
      case UNREACHABLE -> "Plaid cannot be reached from here: check the network and the base URL.";
      default -> "Plaid does not answer as expected just now; check again in a minute.";
    };
  }

  /** Whether the keys fit Plaid's other environment: asked there for a key that does not exist. */
  private Optional<PlaidEnvironment> otherHome(PlaidException e, CheckDesk.Targets targets) {
    if (!e.hasCode(WRONG_KEYS) || targets.isPlaidOverridden()) {
      return Optional.empty();
    }
    PlaidTarget here = targets.plaid();
    PlaidEnvironment other =
        here.environment() == PlaidEnvironment.SANDBOX
            ? PlaidEnvironment.PRODUCTION
            : PlaidEnvironment.SANDBOX;
    PlaidTarget there = new PlaidTarget(other.host(), other, here.clientId(), here.secret());
    try {
      plaid.verificationKey(there, UUID.randomUUID().toString());
      return Optional.of(other);
    } catch (PlaidException refusal) {
      return refusal.kind() == PlaidException.Kind.REFUSED ? Optional.of(other) : Optional.empty();
    }
  }

  private List<String> remarks(CheckDesk.Targets targets) {
    if (!targets.isRelay()) {
      return List.of(
          "Plaid's webhooks go to Heron directly and do not pass here, so none of them is shown.");
    }
    boolean realPlaid =
        !targets.isPlaidOverridden()
            || targets.plaid().environment() == PlaidEnvironment.PRODUCTION;
    return new OutboundRule(false)
            .objection(publicUrl)
            .filter(objection -> realPlaid)
            .map(
                objection ->
                    "Plaid cannot send webhooks to "
                        + publicUrl
                        + ", the bridge's public URL: it "
                        + objection
                        + ".")
            .stream()
            .toList();
  }
}
