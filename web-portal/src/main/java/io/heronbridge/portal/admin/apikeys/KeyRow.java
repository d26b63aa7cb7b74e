package io.heronbridge.portal.admin.apikeys;

import io.heronbridge.integration.access.KeyView;
import io.heronbridge.portal.admin.Choices;
import java.util.List;

/**
 * A key as the pages show it.
 *
 * @param rights what it may do, in words
 * @param scope the integrations it is limited to, in words
 */
public record KeyRow(KeyView key, String rights, List<String> scope) {

  public static KeyRow of(KeyView key, Choices choices) {
    List<String> scope =
        key.integrations().isEmpty()
            ? List.of("all integrations")
            : key.integrations().stream().map(choices::name).toList();
    return new KeyRow(key, key.readOnly() ? "Reads" : "Reads and writes", scope);
  }

  /** The state of all keys, in words. */
  public static String lead(List<KeyRow> rows) {
    long working = rows.stream().filter(row -> row.key().isActive()).count();
    long unused =
        rows.stream()
            .filter(row -> row.key().isActive() && row.key().times().lastUsedAt().isEmpty())
            .count();
    String keys = working == 1 ? "One key works" : working + " keys work";
    return unused == 0 ? keys + "." : keys + "; " + unused + " never used.";
  }
}
