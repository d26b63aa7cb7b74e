package io.heronbridge.portal.admin;

import java.util.List;

/**
 * A question before something far-reaching is done.
 *
 * @param button names the object and the effect
 * @param cancel where to go when the answer is no
 * @param fields what the form posts again
 */
public record Confirmation(
    String title, List<String> facts, Target target, String cancel, List<Field> fields) {

  /** Where the answer goes. */
  public record Target(String action, String button, boolean dangerous) {}

  /** A hidden field. */
  public record Field(String name, String value) {}
}
