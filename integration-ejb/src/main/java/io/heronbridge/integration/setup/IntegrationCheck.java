package io.heronbridge.integration.setup;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.heron.HeronAnswer;
import io.heronbridge.integration.heron.HeronAnswer.Answered;
import io.heronbridge.integration.heron.HeronAnswer.Unanswered;
import io.heronbridge.integration.heron.HeronClient;
import io.heronbridge.integration.plaid.PlaidClient;
import io.heronbridge.integration.plaid.PlaidException;
import io.heronbridge.integration.setup.CheckResult.Side;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;

/** Tries an integration's credentials on both sides, without effect on either. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class IntegrationCheck {
  @Inject CheckDesk desk;
  @Inject PlaidClient plaid;
  @Inject HeronClient heron;

  public CheckResult check(UUID id, Caller caller) {
    CheckDesk.Targets targets = desk.targets(id, caller);
    return new CheckResult(tryPlaid(targets), tryHeron(targets));
  }

  private Side tryPlaid(CheckDesk.Targets targets) {
    try {
      plaid.createLinkToken(targets.plaid(), targets.probe());
      return new Side(true, "Plaid accepts the keys and the Link settings.");
    } catch (PlaidException e) {
      return new Side(false, sentence(e));
    }
  }

  private static String sentence(PlaidException e) {
    String code = e.errorCode().orElse("no error code");
    return switch (e.kind()) {
      case KEYS_REFUSED ->
          "Plaid refuses the client_id or secret ("
              + code
              + "): compare them with Plaid's dashboard, Team Settings, Keys.";
      case REFUSED ->
          "Plaid refuses the Link settings ("
              + code
              + "): compare products, countries and redirect URI with Plaid's dashboard.";
      case LIMITED -> "Plaid limits the number of calls just now; check again in a minute.";
      case UNREACHABLE -> "Plaid cannot be reached from here: check the network and the base URL.";
      default -> "Plaid does not answer as expected just now; check again in a minute.";
    };
  }

  private Side tryHeron(CheckDesk.Targets targets) {
    HeronAnswer answer = heron.authenticate(targets.heron()).join();
    if (answer instanceof Unanswered unanswered) {
      return new Side(false, "Heron cannot be reached: " + unanswered.detail() + ".");
    }
    int status = ((Answered) answer).status();
    if (((Answered) answer).isSuccess()) {
      return new Side(true, "Heron accepts the API key.");
    }
    if (status == 401 || status == 403) {
      return new Side(
          false,
          "Heron refuses the API key (" + status + "): enter the one from Heron's dashboard.");
    }
    return status == 404
        ? new Side(true, "Heron answers, and does not refuse the API key.")
        : new Side(false, "Heron answered " + status + "; check again in a minute.");
  }
}
