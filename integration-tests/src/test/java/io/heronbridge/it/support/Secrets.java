package io.heronbridge.it.support;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Every secret of this run, so that at its end all logs can be searched for them. */
public final class Secrets {
  private static final int SHORTEST = 8;
  private static final Set<String> KNOWN = ConcurrentHashMap.newKeySet();

  private Secrets() {}

  /** Makes a secret nobody else has, and remembers it. */
  public static String fresh(String kind) {
    return remember(kind + "-" + UUID.randomUUID());
  }

  /** Remembers a secret that came from elsewhere. */
  public static String remember(String secret) {
    if (secret.length() < SHORTEST) {
      throw new IllegalArgumentException("too short to be searched for");
    }
    KNOWN.add(secret);
    return secret;
  }

  public static Set<String> all() {
    return Set.copyOf(KNOWN);
  }
}
