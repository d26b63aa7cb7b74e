package io.heronbridge.integration.listing;

import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What the rows of a list must fulfil, in the words of its query, JPQL or SQL, with the values that
 * those name. What a filter leaves out does not narrow.
 */
public final class Conditions {
  private final List<String> texts = new ArrayList<>();
  private final Map<String, Object> values = new HashMap<>();

  public Conditions and(String text) {
    texts.add(text);
    return this;
  }

  /**
   * @param name of the value in the text, without the colon
   */
  public Conditions and(String text, String name, Object value) {
    return and(text).with(name, value);
  }

  /** One more value that a text names. */
  public Conditions with(String name, Object value) {
    values.put(name, value);
    return this;
  }

  /** The same where there is a value, otherwise nothing. */
  public Conditions andWhere(String text, String name, Optional<?> value) {
    value.ifPresent(present -> and(text, name, present));
    return this;
  }

  /**
   * @param text names them {@code :mine}
   * @param integrations empty means all
   */
  public Conditions within(String text, List<UUID> integrations) {
    return integrations.isEmpty() ? this : and(text, "mine", integrations);
  }

  /**
   * The rows that come after a place, newest first.
   *
   * @param at the column of the time
   * @param id the column of the id
   */
  public Conditions after(Cursor place, String at, String id) {
    return and("(%1$s < :at or (%1$s = :at and %2$s < :id))".formatted(at, id))
        .with("at", place.at())
        .with("id", place.id());
  }

  /** All of them, to follow {@code where}. */
  public String text() {
    return texts.isEmpty() ? "1 = 1" : String.join(" and ", texts);
  }

  /** Gives a query with {@link #text()} its values. */
  public <Q extends Query> Q bind(Q query) {
    values.forEach(query::setParameter);
    return query;
  }
}
