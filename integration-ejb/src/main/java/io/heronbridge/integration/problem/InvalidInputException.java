package io.heronbridge.integration.problem;

import jakarta.ejb.ApplicationException;
import java.util.List;

/** Input that cannot be accepted; nothing was changed. */
@ApplicationException(rollback = true)
public class InvalidInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<FieldProblem> problems;

  public InvalidInputException(List<FieldProblem> problems) {
    super("invalid input: " + problems.stream().map(FieldProblem::field).toList());
    this.problems = List.copyOf(problems);
  }

  public InvalidInputException(String field, String message) {
    this(List.of(new FieldProblem(field, message)));
  }

  public List<FieldProblem> problems() {
    return problems;
  }
}
