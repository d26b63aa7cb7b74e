package io.heronbridge.portal.api;

import io.heronbridge.integration.setup.IntegrationSetup;
import io.heronbridge.integration.setup.IntegrationView;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/** The versions of an integration that a caller is ready to change. */
final class IfMatch {
  static final String HEADER = "If-Match";

  private static final String ANY = "*";

  private IfMatch() {}

  /** What GET tells as {@code ETag}. */
  static String tag(IntegrationView integration) {
    return tag(integration.version());
  }

  /** The tag of a version of anything that counts its versions. */
  static String tag(int version) {
    return "\"v" + version + "\"";
  }

  /**
   * @param header one tag or several, or {@code *}; null means any version. A weak tag is none of
   *     ours
   */
  static IntPredicate read(String header) {
    if (header == null || header.strip().equals(ANY)) {
      return IntegrationSetup.ANY_VERSION;
    }
    List<String> tags = Arrays.stream(header.split(",")).map(String::strip).toList();
    return version -> tags.contains(tag(version));
  }
}
