package io.heronbridge.persistence.enduser;

import java.util.regex.Pattern;

/**
 * The lender's own id of a customer, as Heron will know it: 1 to 140 of {@code A-Za-z0-9._:@+=~-}.
 */
public record EndUserId(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:@+=~-]{1,140}");
  private static final String HERONS_OWN_PREFIX = "eus_";

  public EndUserId {
    if (value == null || value.isEmpty()) {
      throw new IllegalArgumentException("end_user_id is missing");
    }
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "end_user_id must be 1 to 140 characters of A-Z a-z 0-9 . _ : @ + = ~ -");
    }
    if (value.startsWith(HERONS_OWN_PREFIX)) {
      throw new IllegalArgumentException(
          "end_user_id must not start with eus_, Heron's own prefix");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
