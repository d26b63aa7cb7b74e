package io.heronbridge.persistence.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The arrows of one state diagram; immutable. */
public final class Arrows<S extends Enum<S>> {
  private final List<Arrow<S>> all;

  /**
   * One way from one state to another.
   *
   * @param from empty where a life begins
   * @param verb the method that goes it, or what else does
   */
  public record Arrow<S extends Enum<S>>(Optional<S> from, S to, String verb) {}

  private Arrows(List<Arrow<S>> all) {
    this.all = List.copyOf(all);
  }

  /** The diagram of which so far only the beginning is known. */
  public static <S extends Enum<S>> Arrows<S> starting(S first, String verb) {
    return new Arrows<>(List.of(new Arrow<>(Optional.empty(), first, verb)));
  }

  /** The same diagram with one more arrow. */
  public Arrows<S> and(S from, S to, String verb) {
    List<Arrow<S>> more = new ArrayList<>(all);
    more.add(new Arrow<>(Optional.of(from), to, verb));
    return new Arrows<>(more);
  }

  public List<Arrow<S>> all() {
    return all;
  }

  /** Whether the verb leads from one state to the other. */
  public boolean lead(S from, S to, String verb) {
    return all.contains(new Arrow<>(Optional.of(from), to, verb));
  }

  /**
   * Goes along an arrow.
   *
   * @param what whose life it is, for the message
   * @return where it leads
   * @throws IllegalStateException when there is no such arrow
   */
  public S follow(S from, S to, String verb, String what) {
    if (!lead(from, to, verb)) {
      throw new IllegalStateException("cannot %s %s: it is %s".formatted(verb, what, from));
    }
    return to;
  }
}
