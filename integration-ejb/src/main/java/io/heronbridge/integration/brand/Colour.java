package io.heronbridge.integration.brand;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A colour of sRGB. Contrast is that of WCAG 2.
 *
 * @param red 0 to 255, as are the others
 */
public record Colour(int red, int green, int blue) {
  /** What WCAG's level AA asks of text. */
  public static final double READABLE = 4.5;

  static final Colour WHITE = new Colour(255, 255, 255);
  static final Colour BLACK = new Colour(0, 0, 0);

  private static final Pattern FORM = Pattern.compile("#[0-9a-fA-F]{6}");
  private static final double STEP = 0.04;

  /**
   * @param text {@code #rrggbb}
   */
  public static Colour of(String text) {
    if (text == null || !FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("must be # and six hexadecimal digits, such as #0b6b67");
    }
    int rgb = Integer.parseInt(text.substring(1), 16);
    return new Colour(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
  }

  /** From 1 (the same) to 21 (black and white). */
  public double contrast(Colour other) {
    double lighter = Math.max(luminance(), other.luminance());
    double darker = Math.min(luminance(), other.luminance());
    return (lighter + 0.05) / (darker + 0.05);
  }

  private double luminance() {
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  }

  private static double linear(int channel) {
    double part = channel / 255.0;
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }

  /** White or black, whichever is easier to read on it: one of them always reaches 4.5. */
  public Colour text() {
    return contrast(WHITE) >= contrast(BLACK) ? WHITE : BLACK;
  }

  /** A shade for a button that is pointed at; its text is no harder to read on it. */
  public Colour pointedAt() {
    return mixed(text().equals(WHITE) ? BLACK : WHITE, 0.16);
  }

  /** The nearest shade that can be read on all of these grounds, towards black or white. */
  public Colour readableOn(List<Colour> grounds, Colour towards) {
    double part = 0;
    Colour shade = this;
    while (part < 1 && !shade.isReadableOn(grounds)) {
      part = Math.min(1, part + STEP);
      shade = mixed(towards, part);
    }
    return shade;
  }

  private boolean isReadableOn(List<Colour> grounds) {
    return grounds.stream().allMatch(ground -> contrast(ground) >= READABLE);
  }

  private Colour mixed(Colour other, double part) {
    return new Colour(
        mixed(red, other.red, part),
        mixed(green, other.green, part),
        mixed(blue, other.blue, part));
  }

  private static int mixed(int own, int other, double part) {
    return (int) Math.round(own + (other - own) * part);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
  }
}
