package io.heronbridge.persistence.lenderevent;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What an event tells a lender's backend. */
public enum LenderEventType {
  LINK_LINKED("link.linked"),
  LINK_FAILED("link.failed"),
  ITEM_LOGIN_REQUIRED("item.login_required"),
  ITEM_REMOVED("item.removed"),
  /** Sent because a person asks for it; nothing has happened. */
  TEST("test");

  /** Those that a lender may leave out. */
  public static final List<LenderEventType> CHOOSABLE =
      List.of(LINK_LINKED, LINK_FAILED, ITEM_LOGIN_REQUIRED, ITEM_REMOVED);

  private final String word;

  LenderEventType(String word) {
    this.word = word;
  }

  /** Its name in events, in the API and on pages. */
  public String word() {
    return word;
  }

  /** The type of that name; empty when there is none. */
  public static Optional<LenderEventType> of(String word) {
    return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
  }
}
