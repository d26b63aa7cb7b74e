package io.heronbridge.integration.brand;

import java.util.List;

/**
 * The style sheet that paints the connect page in a colour. Buttons have the colour itself, with
 * black or white text; links and outlines have the nearest shade that can be read in each scheme.
 */
public final class BrandSheet {
  /** The grounds that text may stand on, of the page's tokens. */
  private static final List<Colour> LIGHT = grounds("#ffffff", "#f6f8f9", "#eef2f4");

  private static final List<Colour> DARK = grounds("#0b1116", "#10171d", "#151e26", "#1a2530");

  private BrandSheet() {}

  private static List<Colour> grounds(String... colours) {
    return List.of(colours).stream().map(Colour::of).toList();
  }

  /** The shade of links where the scheme is light. */
  static Colour onLight(Colour colour) {
    return colour.readableOn(LIGHT, Colour.BLACK);
  }

  /** The shade of links where the scheme is dark. */
  static Colour onDark(Colour colour) {
    return colour.readableOn(DARK, Colour.WHITE);
  }

  /** The sheet, which depends on nothing but the colour. */
  public static String of(Colour colour) {
    return """
        @layer pages {
          .connect { --accent: %1$s; --accent-strong: %1$s; --pico-primary: %1$s; --pico-primary-hover: %1$s; --pico-primary-underline: %1$s; --pico-primary-hover-underline: %1$s; }
          @media (prefers-color-scheme: dark) { .connect { --accent: %2$s; --accent-strong: %2$s; --pico-primary: %2$s; --pico-primary-hover: %2$s; --pico-primary-underline: %2$s; --pico-primary-hover-underline: %2$s; } }
          .connect .mark:not([data-quiet]) { background: %3$s; color: %4$s; }
          .connect :is(button, .button):not(.secondary, .quiet-button, .link-button, .danger) { background: %3$s; border-color: var(--accent); color: %4$s; }
          .connect :is(button, .button):not(.secondary, .quiet-button, .link-button, .danger):hover { background: %5$s; border-color: var(--accent); color: %4$s; }
        }
        """
        .formatted(onLight(colour), onDark(colour), colour, colour.text(), colour.pointedAt());
  }
}
