package io.heronbridge.persistence.outbox;

/** What a message promises to do; its subject is the row it is about. */
public enum MessageKind {
  /** Submit an integration link to Heron; the subject is the link. */
  CREATE_LINK,
  /** Pass a webhook on to Heron; the subject is the received webhook. */
  RELAY_WEBHOOK,
  /** Ask Heron to pull an item's data, for webhooks that came too late; the subject is the link. */
  REFRESH_LINK,

  /** Remove an item at Plaid; the subject is the item. */
  REMOVE_ITEM,

  /** Tell Heron that an end user's last bank is gone; the subject is that bank's link. */
  DISABLE_LINKS,

  /** Move an item's webhook at Plaid to where we want it; the subject is the item. */
  MOVE_WEBHOOK,

  /** Tell a lender's backend what has happened; the subject is the event. */
  TELL_LENDER
}
