package io.heronbridge.integration.item;

import io.heronbridge.persistence.integrationlink.LinkError;
import java.util.Optional;

/** What a person can do about a link that did not reach Heron: one sentence for each cause. */
public final class Advice {
  private Advice() {}

  static String on(LinkError error) {
    return on(error.kind(), error.httpStatus());
  }

  /**
   * @param kind as in {@code last_error.kind}
   */
  public static String on(String kind, Optional<Integer> httpStatus) {
    if (kind.equals("sync_disabled")) {
      return "Heron keeps this bank switched off: ask Heron to switch it on, then resend; or disconnect"
          + " the bank here and let the end user connect it anew.";
    }
    int status = httpStatus.orElse(0);
    return switch (status) {
      case 401, 403 ->
          "Heron refuses the API key: enter a valid one in the integration, then resume it.";
      case 404 ->
          "Compare the integration's link URL with the one in Heron's dashboard, then resume it.";
      case 409 ->
          "Heron has this bank connection for another end user: find out whose it is, disconnect it there,"
              + " then resend.";
      case 422 -> "Heron names the field it did not accept: mend it, then resend.";
      case 429 -> "Nothing: it is tried again as soon as Heron allows.";
      default -> otherwise(kind, status);
    };
  }

  private static String otherwise(String kind, int status) {
    if (status >= 500) {
      return "Heron is in trouble: when it is well again, resend.";
    }
    return switch (kind) {
      case "timeout", "connection" ->
          "Heron could not be reached: check the network and the link URL, then resend.";
      case "garbled" ->
          "Something between us and Heron answered in its place: check proxies, then resend.";
      case "abandoned" ->
          "Sending this link stopped a node several times: look into the logs before resending.";
      default -> "Read what Heron said, mend it, then resend.";
    };
  }
}
