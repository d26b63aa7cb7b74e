package io.heronbridge.integration.story;

import io.heronbridge.integration.problem.InvalidInputException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.function.Function;

/** One kind of thing that happens to an item or its end user, in a table of its own. */
abstract class Source {
  private final int number;
  private final Order order;

  /** Where its rows have their time and id, and how an id is read. */
  record Order(String at, String id, Function<String, ?> idOf) {}

  /**
   * A line, and its place among all lines.
   *
   * @param about what {@link Subject#link} finds its item by; null for none
   */
  record Line(Place place, StoryEntry entry, Object about) {}

  /**
   * @param number decides between lines of the same instant
   */
  Source(int number, Order order) {
    this.number = number;
    this.order = order;
  }

  /** The source's latest lines after a place, newest first. */
  abstract List<Line> after(Place place, Subject subject, int limit);

  /** A query for the rows after a place. */
  final TypedQuery<Object[]> query(EntityManager entityManager, String select, Place place) {
    String condition =
        place.source() == number
            ? "(%1$s < :at or (%1$s = :at and %2$s < :id))"
            : place.source() < number ? "%1$s <= :at" : "%1$s < :at";
    TypedQuery<Object[]> query =
        entityManager.createQuery(
            select
                + " and "
                + condition.formatted(order.at(), order.id())
                + " order by %s desc, %s desc".formatted(order.at(), order.id()),
            Object[].class);
    query.setParameter("at", place.at());
    if (place.source() == number) {
      query.setParameter("id", id(place.id()));
    }
    return query;
  }

  private Object id(String text) {
    try {
      return order.idOf().apply(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException("cursor", "is not a cursor of this list");
    }
  }

  final Line line(StoryEntry entry, Object id, Object about) {
    return new Line(new Place(entry.at(), number, id.toString()), entry, about);
  }
}
