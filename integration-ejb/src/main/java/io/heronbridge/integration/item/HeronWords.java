package io.heronbridge.integration.item;

import java.util.List;
import java.util.Optional;

/**
 * What each of Heron's words for a link means for the bank behind it.
 *
 * @param status Heron's word; empty for one that is not known yet
 * @param well whether all is as it should be
 * @param meaning one sentence: what it means, and what happens next
 * @param advice what a person can do; empty when there is nothing to do
 */
public record HeronWords(String status, boolean well, String meaning, Optional<String> advice) {
  /** Every word Heron publishes, and at the end what is said of any other. */
  public static final List<HeronWords> ALL =
      List.of(
          well("pending", "Heron has the bank and has not read it yet; it does so by itself."),
          well("active", "Heron has this bank and reads it on its own."),
          well("syncing", "Heron is reading the bank's data just now."),
          ill(
              "erroring",
              "Heron could not read the bank at its last try; it tries again by itself.",
              "If the bank asks for a new sign-in, send the end user a hosted link; otherwise wait a"
                  + " day, then ask Heron's support."),
          ill(
              "sync_disabled",
              "Heron has stopped reading the bank.",
              "If nobody wanted that, ask Heron's support, or disconnect the bank and have it"
                  + " connected anew."),
          ill(
              "deleted_in_plaid",
              "Heron found the bank gone at Plaid and reads it no more.",
              "Disconnect it here, then have the end user connect it anew."),
          well("", "Heron uses a word that this bridge does not know; see Heron's documents."));

  private static HeronWords well(String status, String meaning) {
    return new HeronWords(status, true, meaning, Optional.empty());
  }

  private static HeronWords ill(String status, String meaning, String advice) {
    return new HeronWords(status, false, meaning, Optional.of(advice));
  }

  /** What is to be said of a status. */
  public static HeronWords on(String status) {
    return ALL.stream()
        .filter(words -> words.status().equals(status))
        .findFirst()
        .orElse(ALL.get(ALL.size() - 1));
  }
}
