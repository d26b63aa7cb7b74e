package io.heronbridge.portal.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The address of a list with its filter: what is pasted into a chat shows the same there. */
public record Address(String list, Map<String, String> fields) {

  public static Address of(String list) {
    return new Address(list, Map.of());
  }

  /** The same with one more field, unless it is empty. */
  public Address with(String name, Optional<?> value) {
    return with(name, value.map(Object::toString).orElse(""));
  }

  public Address with(String name, String value) {
    if (value.isEmpty()) {
      return this;
    }
    Map<String, String> more = new LinkedHashMap<>(fields);
    more.put(name, value);
    return new Address(list, more);
  }

  /** Whether it leaves anything out. */
  public boolean isNarrow() {
    return !fields.isEmpty();
  }

  @Override
  public String toString() {
    String query =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? list : list + "?" + query;
  }
}
