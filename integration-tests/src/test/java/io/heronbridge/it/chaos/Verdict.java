package io.heronbridge.it.chaos;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What became of one kind of promise.
 *
 * @param attempted everything that was asked for, answered or not
 * @param acknowledged what was answered with success
 * @param effects what happened at Heron, and how often
 * @param dead what the bridge gave up and shows to a person
 */
record Verdict(
    String kind,
    Set<String> attempted,
    Set<String> acknowledged,
    Map<String, Long> effects,
    Set<String> dead) {

  /** Acknowledged, but it neither happened nor is it shown as given up. */
  Set<String> lost() {
    Set<String> lost = new TreeSet<>(acknowledged);
    lost.removeAll(effects.keySet());
    lost.removeAll(dead);
    return lost;
  }

  /** Happened, but nobody asked for it. */
  Set<String> unexpected() {
    Set<String> unexpected = new TreeSet<>(effects.keySet());
    unexpected.removeAll(attempted);
    return unexpected;
  }

  /** Happened more than once. */
  Set<String> duplicated() {
    return effects.entrySet().stream()
        .filter(effect -> effect.getValue() > 1)
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static String heading() {
    return row("", "attempted", "acknowl.", "effects", "lost", "unexpect.", "duplic.", "dead");
  }

  String line() {
    return row(
        kind,
        attempted.size(),
        acknowledged.size(),
        effects.size(),
        lost().size(),
        unexpected().size(),
        duplicated().size(),
        dead.size());
  }

  private static String row(Object... cells) {
    return "%-10s %9s %9s %9s %9s %9s %9s %9s".formatted(cells);
  }
}
