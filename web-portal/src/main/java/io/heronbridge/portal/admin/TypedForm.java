package io.heronbridge.portal.admin;

import io.heronbridge.integration.problem.FieldProblem;
import io.heronbridge.portal.page.Visit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small form: what was typed, and what is wrong with it. Secrets are never among the values. */
public record TypedForm(Map<String, String> values, Map<String, String> problems) {

  /** An empty form. */
  public static TypedForm empty() {
    return new TypedForm(Map.of(), Map.of());
  }

  /** What was typed into these fields. */
  public static TypedForm of(Visit visit, String... names) {
    Map<String, String> values = new HashMap<>();
    for (String name : names) {
      values.put(name, visit.text(name).orElse(""));
    }
    return new TypedForm(values, Map.of());
  }

  /** The same form with what is wrong with it. */
  public TypedForm with(List<FieldProblem> found) {
    Map<String, String> all = new HashMap<>();
    found.forEach(problem -> all.putIfAbsent(problem.field(), sentence(problem.message())));
    return new TypedForm(values, all);
  }

  private static String sentence(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
  }

  public String value(String name) {
    return values.getOrDefault(name, "");
  }

  /** What is wrong with a field; empty when nothing is. */
  public Optional<String> problem(String name) {
    return Optional.ofNullable(problems.get(name));
  }
}
