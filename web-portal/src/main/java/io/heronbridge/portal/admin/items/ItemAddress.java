package io.heronbridge.portal.admin.items;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/** Where items are found in the portal. */
public final class ItemAddress {
  static final String LIST = "/admin/items";

  private ItemAddress() {}

  /** The page that tells an item's story. */
  public static String of(String itemId) {
    return LIST + "/" + encoded(itemId);
  }

  /** An earlier page of the story. */
  static String of(String itemId, String cursor) {
    return of(itemId) + "?cursor=" + encoded(cursor);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
