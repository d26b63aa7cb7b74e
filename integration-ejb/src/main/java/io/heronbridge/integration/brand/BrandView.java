package io.heronbridge.integration.brand;

import java.util.Optional;

/**
 * An integration's brand, without its picture.
 *
 * @param colour {@code #rrggbb}
 * @param logo the logo's address below the public URL
 * @param version 0 until there is one
 */
public record BrandView(Optional<String> colour, Optional<String> logo, int version) {
  public static final BrandView NONE = new BrandView(Optional.empty(), Optional.empty(), 0);

  /** The address of the sheet that paints a page in the colour. */
  public Optional<String> sheet() {
    return colour.map(BrandAddress::sheet);
  }
}
