package io.heronbridge.integration.link;

import io.heronbridge.persistence.item.ItemId;
import java.util.Optional;

/**
 * What to do when the end user has connected the same bank before.
 *
 * @param goOn exchange all the same
 * @param replaced the item that makes room for the new one; removed once that is kept
 */
public record IfKnown(boolean goOn, Optional<ItemId> replaced) {
  /** Exchange nothing, and say which item it is. */
  public static IfKnown ask() {
    return new IfKnown(false, Optional.empty());
  }

  /** Have both: it may be another sign-in at the same bank. */
  public static IfKnown connectTwice() {
    return new IfKnown(true, Optional.empty());
  }

  public static IfKnown replace(ItemId old) {
    return new IfKnown(true, Optional.of(old));
  }
}
