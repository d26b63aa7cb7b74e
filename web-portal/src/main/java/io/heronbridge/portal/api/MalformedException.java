package io.heronbridge.portal.api;

import io.heronbridge.integration.problem.FieldProblem;
import java.util.List;

/** A request that cannot be read as what it should be: broken JSON, wrong types, unknown fields. */
public class MalformedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<FieldProblem> problems;

  MalformedException(List<FieldProblem> problems) {
    super("malformed: " + problems.stream().map(FieldProblem::field).toList());
    this.problems = List.copyOf(problems);
  }

  MalformedException(String field, String message) {
    this(List.of(new FieldProblem(field, message)));
  }

  List<FieldProblem> problems() {
    return problems;
  }
}
