package io.heronbridge.portal.api;

import io.heronbridge.integration.listing.Page;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A page of a list as the API writes it. */
public record Listed<T>(List<T> data, Optional<String> nextCursor) {
  static <V, T> Listed<T> of(Page<V> page, Function<V, T> shape) {
    return new Listed<>(page.data().stream().map(shape).toList(), page.nextCursor());
  }
}
