package io.heronbridge.integration.listing;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param nextCursor opaque; empty on the last page
 */
public record Page<T>(List<T> data, Optional<String> nextCursor) {

  /**
   * Cuts a page out of rows read with {@code limit + 1}.
   *
   * @param cursor names the place after a row
   */
  public static <T> Page<T> of(List<T> rows, int limit, Function<T, Cursor> cursor) {
    if (rows.size() <= limit) {
      return new Page<>(List.copyOf(rows), Optional.empty());
    }
    List<T> data = List.copyOf(rows.subList(0, limit));
    return new Page<>(data, Optional.of(cursor.apply(data.get(limit - 1)).text()));
  }

  public <R> Page<R> map(Function<T, R> change) {
    return new Page<>(data.stream().map(change).toList(), nextCursor);
  }
}
