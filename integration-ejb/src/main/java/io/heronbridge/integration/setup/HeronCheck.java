package io.heronbridge.integration.setup;

import io.heronbridge.integration.heron.HeronAnswer;
import io.heronbridge.integration.heron.HeronAnswer.Answered;
import io.heronbridge.integration.heron.HeronAnswer.Unanswered;
import io.heronbridge.integration.heron.HeronClient;
import io.heronbridge.integration.heron.HeronIntegration;
import io.heronbridge.integration.heron.HeronIntegrations;
import io.heronbridge.integration.setup.CheckResult.Side;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Tries Heron's side: the key first, then whether Heron's list has the integration of the link URL.
 * A Heron that does not offer the list is not held against it.
 */
final class HeronCheck {
  private static final String UNTRIED =
      " The webhook URL was not tried, since no call to it is harmless.";

  private final HeronClient heron;
  private final Predicate<String> isPlaidDoor;

  HeronCheck(HeronClient heron, Predicate<String> isPlaidDoor) {
    this.heron = heron;
    this.isPlaidDoor = isPlaidDoor;
  }

  Side check(CheckDesk.Targets targets) {
    HeronAnswer answer = heron.authenticate(targets.heron()).join();
    if (answer instanceof Unanswered unanswered) {
      return new Side(
          false,
          "Heron cannot be reached: " + unanswered.detail() + "; check the link URL's host.");
    }
    int status = ((Answered) answer).status();
    if (status == 401 || status == 403) {
      return refusedKey(status);
    }
    if (!((Answered) answer).isSuccess() && status != 404) {
      return new Side(false, "Heron answered " + status + "; check again in a minute.");
    }
    String key =
        status == 404
            ? "Heron answers, and does not refuse the API key"
            : "Heron accepts the API key";
    if (targets.heron().isBareAddress()) {
      return new Side(
          false,
          key + ", but the link URL is only Heron's address: choose one of its integrations.");
    }
    return compare(key, heron.integrations(targets.heron()).join(), targets);
  }

  private static Side refusedKey(int status) {
    return new Side(
        false,
        "Heron refuses the API key ("
            + status
            + "): enter the one from Heron's dashboard, Settings.");
  }

  private Side compare(String key, HeronAnswer answer, CheckDesk.Targets targets) {
    if (answer instanceof Answered answered && answered.status() == 401) {
      return refusedKey(401);
    }
    Optional<List<HeronIntegration>> list =
        answer instanceof Answered answered && answered.isSuccess()
            ? HeronIntegrations.listed(answered.body())
            : Optional.empty();
    if (list.isEmpty() || list.get().isEmpty()) {
      return new Side(
          true,
          key + "." + UNTRIED,
          List.of("Heron does not tell its integrations, so the link URL could not be compared."));
    }
    return compare(key, list.get(), targets);
  }

  private Side compare(String key, List<HeronIntegration> list, CheckDesk.Targets targets) {
    Optional<String> id = targets.heron().integrationId();
    if (id.isEmpty()) {
      return unnamed(key);
    }
    Optional<HeronIntegration> theirs =
        list.stream().filter(each -> each.heronId().equals(id.get())).findFirst();
    if (theirs.isEmpty()) {
      return new Side(
          false,
          key
              + ", but has no integration "
              + id.get()
              + ": compare the link URL with Heron's dashboard, Settings, Integrations, View, or"
              + " choose one here.");
    }
    HeronFit fit = HeronFit.of(theirs.get(), targets.ours(), isPlaidDoor);
    return fit.obstacle()
        .map(why -> new Side(false, why, fit.remarks()))
        .orElseGet(
            () ->
                new Side(
                    true,
                    key + " and has the integration " + theirs.get().name() + "." + UNTRIED,
                    fit.remarks()));
  }

  private static Side unnamed(String key) {
    return new Side(
        true,
        key + "." + UNTRIED,
        List.of(
            "The link URL has another form than Heron's usual one, so it could not be compared with"
                + " Heron's integrations."));
  }
}
