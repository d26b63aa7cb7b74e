package io.heronbridge.portal.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;

/**
 * What end users read, in their language. There are English and Spanish; who has another language
 * reads English.
 */
public final class Texts {
  private static final String BUNDLE = "texts.connect";
  private static final ResourceBundle.Control EXACT =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  /**
   * No others are ever looked for: what a stranger's browser names would be remembered for ever.
   */
  private static final Texts ENGLISH = new Texts(Locale.ENGLISH);

  private static final Texts SPANISH = new Texts(Locale.forLanguageTag("es"));

  private final Locale locale;
  private final ResourceBundle bundle;

  private Texts(Locale locale) {
    this.locale = locale;
    this.bundle = ResourceBundle.getBundle(BUNDLE, locale, Texts.class.getClassLoader(), EXACT);
  }

  public static Texts in(Locale language) {
    return SPANISH.locale.getLanguage().equals(language.getLanguage()) ? SPANISH : ENGLISH;
  }

  /** The language it is, whatever was asked for. */
  public Locale locale() {
    return locale;
  }

  /**
   * A sentence with its names filled in.
   *
   * @throws java.util.MissingResourceException when there is no such text
   */
  public String say(String key, Object... names) {
    String text = bundle.getString(key);
    for (int i = 0; i < names.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(names[i]));
    }
    return text;
  }

  /** All texts under a prefix, by the rest of their keys. */
  public Map<String, String> under(String prefix) {
    Map<String, String> found = new TreeMap<>();
    for (String key : bundle.keySet()) {
      if (key.startsWith(prefix)) {
        found.put(key.substring(prefix.length()), bundle.getString(key));
      }
    }
    return found;
  }

  /** The date in UTC. */
  public String day(Instant moment) {
    return DateTimeFormatter.ofPattern("d MMM uuuu", locale)
        .withZone(ZoneOffset.UTC)
        .format(moment);
  }
}
