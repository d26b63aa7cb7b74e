package io.heronbridge.persistence.item;

import java.util.regex.Pattern;

/** Plaid's id for one login at one institution; case-sensitive, opaque. */
public record ItemId(String value) {
  private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,200}");

  public ItemId {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("item_id is missing");
    }
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("item_id must be 1 to 200 visible ASCII characters");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
