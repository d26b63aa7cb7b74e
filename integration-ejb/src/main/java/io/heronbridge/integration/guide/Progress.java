package io.heronbridge.integration.guide;

import java.util.Locale;

/** How far a step of the guide is. */
public enum Progress {
  DONE,
  TO_DO,
  /** Begun; nothing is to be done but to wait, or to go on in another window. */
  WAITING,
  FAILED;

  /** The word that decides its shape and colour. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
