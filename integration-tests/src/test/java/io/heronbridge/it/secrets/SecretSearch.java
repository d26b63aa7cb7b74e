package io.heronbridge.it.secrets;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Looks for thousands of secrets in one pass over a text. A secret is recognised by its last
 * characters, since the first are those of its kind.
 */
final class SecretSearch {
  private static final int TAIL = Long.BYTES;
  private static final int LOW_BYTE = 0xff;

  private final Map<Long, Set<String>> byTail = new HashMap<>();

  /**
   * @param secrets of eight characters or more
   */
  SecretSearch(Collection<String> secrets) {
    secrets.forEach(
        secret ->
            byTail
                .computeIfAbsent(
                    tail(secret.substring(secret.length() - TAIL)), key -> new HashSet<>())
                .add(secret));
  }

  boolean findsOneIn(String text) {
    long tail = 0;
    for (int i = 0; i < text.length(); i++) {
      tail = with(tail, text.charAt(i));
      if (i >= TAIL - 1 && endsAt(text, i + 1, byTail.getOrDefault(tail, Set.of()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsAt(String text, int end, Set<String> candidates) {
    return candidates.stream().anyMatch(secret -> text.startsWith(secret, end - secret.length()));
  }

  private static long tail(String text) {
    return text.chars().asLongStream().reduce(0, (tail, next) -> with(tail, (char) next));
  }

  private static long with(long tail, char character) {
    return tail << Byte.SIZE | character & LOW_BYTE;
  }
}
