package io.heronbridge.portal.admin.endusers;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.heronbridge.integration.enduser.EndUserView;
import io.heronbridge.portal.page.Address;
import java.net.URLEncoder;

/** Where end users are found in the portal. */
public final class EndUserAddress {
  static final String LIST = "/admin/end-users";

  private EndUserAddress() {}

  /** The page of one end user. */
  public static String of(EndUserView endUser) {
    return of(endUser.endUserId());
  }

  /** The page of the end user with an id. */
  public static String of(String endUserId) {
    return LIST + "/" + encoded(endUserId);
  }

  /** An earlier page of the end user's story. */
  static Address story(String endUserId, String cursor) {
    return Address.of(of(endUserId)).with("cursor", cursor);
  }

  /** The list of the end users that match a text. */
  public static Address search(String text) {
    return Address.of(LIST).with("query", text);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
