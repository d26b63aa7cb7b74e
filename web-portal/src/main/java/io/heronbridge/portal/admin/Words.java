package io.heronbridge.portal.admin;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The words for states, kinds of errors and outcomes, in one place for all pages. */
public final class Words {
  private static final Map<String, String> CAUSES =
      Map.ofEntries(
          Map.entry("timeout", "Heron did not answer in time"),
          Map.entry("connection", "Heron could not be reached"),
          Map.entry("tls_failed", "the secure connection to Heron failed"),
          Map.entry("rate_limited", "Heron asked us to slow down"),
          Map.entry("server_error", "Heron had a fault of its own"),
          Map.entry("rejected", "Heron refused it"),
          Map.entry("refused", "Heron refused it"),
          Map.entry("unauthorised", "Heron refused our key"),
          Map.entry("garbled", "Heron's answer could not be read"),
          Map.entry("abandoned", "nodes died while trying"),
          Map.entry("http_status", "Heron refused it"));

  private static final Map<String, String> OUTCOMES =
      Map.ofEntries(
          Map.entry("delivered", "Delivered"),
          Map.entry("confirmed", "Had already arrived"),
          Map.entry("timeout", "No answer in time"),
          Map.entry("connection", "Not reached"),
          Map.entry("tls_failed", "Secure connection failed"),
          Map.entry("rate_limited", "Asked to slow down"),
          Map.entry("server_error", "Server fault"),
          Map.entry("refused", "Refused"),
          Map.entry("unauthorised", "Key or address refused"),
          Map.entry("garbled", "Unreadable answer"),
          Map.entry("abandoned", "Node stopped"));

  private static final int SERVER_FAULT = 500;

  private Words() {}

  /** Why a link failed, to follow a number or a colon. */
  public static String cause(String kind, Optional<Integer> httpStatus) {
    if (kind.equals("sync_disabled")) {
      return "Heron keeps the bank switched off";
    }
    return httpStatus
        .map(status -> answer(status) + " (" + status + ")")
        .orElseGet(() -> CAUSES.getOrDefault(kind, spaced(kind)));
  }

  private static String answer(int status) {
    return switch (status) {
      case 401, 403 -> "Heron refused our key";
      case 404 -> "Heron does not know the link URL";
      case 409 -> "Heron has it for another end user";
      case 429 -> "Heron asked us to slow down";
      default -> status >= SERVER_FAULT ? "Heron had a fault of its own" : "Heron refused it";
    };
  }

  /** How an attempt ended. */
  public static String outcome(String outcome) {
    return OUTCOMES.getOrDefault(outcome, sentence(outcome));
  }

  /** A constant's name as a sentence begins. */
  public static String sentence(String constant) {
    String words = spaced(constant);
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static String spaced(String constant) {
    return constant.replace('_', ' ').toLowerCase(Locale.ROOT);
  }
}
