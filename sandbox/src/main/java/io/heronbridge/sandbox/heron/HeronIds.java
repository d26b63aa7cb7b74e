package io.heronbridge.sandbox.heron;

import java.util.UUID;

/** Fresh identifiers in Heron's form: a kind, then letters and digits. */
final class HeronIds {
  private static final int LENGTH = 22;

  private HeronIds() {}

  static String fresh(String kind) {
    return kind + "_" + UUID.randomUUID().toString().replace("-", "").substring(0, LENGTH);
  }
}
