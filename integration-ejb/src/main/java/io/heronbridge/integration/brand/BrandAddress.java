package io.heronbridge.integration.brand;

import java.util.Locale;

/** Where browsers get logos and sheets; what is behind an address never changes. */
public final class BrandAddress {
  public static final String LOGOS = "/brand/logos/";
  public static final String SHEETS = "/brand/colours/";

  /** Counted up whenever the sheet of a colour changes. */
  private static final int SHEET_VERSION = 1;

  private BrandAddress() {}

  static String logo(String hash, String type) {
    return LOGOS + hash + "." + type;
  }

  static String sheet(String colour) {
    String digits = colour.substring(1).toLowerCase(Locale.ROOT);
    return SHEETS + digits + ".css?v=" + SHEET_VERSION;
  }
}
