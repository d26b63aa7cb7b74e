package io.heronbridge.portal.admin.events;

import io.heronbridge.persistence.lenderevent.LenderEventType;

/** A type of event to choose, and when it is sent. */
public record TypeLine(String word, String meaning) {

  /** How a type is offered. */
  public static TypeLine of(LenderEventType type) {
    return new TypeLine(
        type.word(),
        switch (type) {
          case LINK_LINKED -> "Heron has the bank.";
          case LINK_FAILED -> "Heron did not get the bank, and a person must act.";
          case ITEM_LOGIN_REQUIRED -> "The end user must sign in at the bank again.";
          case ITEM_REMOVED -> "The bank is disconnected.";
          case TEST -> "Somebody asked for it; nothing has happened.";
        });
  }
}
