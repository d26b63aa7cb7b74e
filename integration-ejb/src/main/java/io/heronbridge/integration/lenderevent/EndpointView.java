package io.heronbridge.integration.lenderevent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where a lender's backend hears of what happens, as it may be shown.
 *
 * @param status {@code on}, {@code off}, or {@code unset} where it was never set up
 * @param url without its query for those who may not change it
 * @param types the words of those that are sent
 * @param offReason why nothing is sent; empty while it is on
 * @param goneSince since when the backend says that nobody listens there; what happens is kept
 *     meanwhile. Empty where a person switched off: then nothing is
 * @param secretHint the end of the secret; empty where there is none
 * @param earlierSecretUntil until when the secret before signs too
 */
public record EndpointView(
    String status,
    Optional<String> url,
    List<String> types,
    Optional<String> offReason,
    Optional<Instant> goneSince,
    Optional<String> secretHint,
    Optional<Instant> earlierSecretUntil) {

  /** An address as anybody may see it: its query may hold a token. It never has a user name. */
  static String withoutQuery(String url) {
    return url.split("\\?", 2)[0];
  }
}
