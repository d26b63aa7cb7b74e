package io.heronbridge.integration.problem;

import jakarta.ejb.ApplicationException;
import java.util.Map;

/** The request contradicts the state of things; the message says how. */
@ApplicationException(rollback = true)
public class ConflictException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Map<String, String> facts;

  public ConflictException(String message) {
    this(message, Map.of());
  }

  /**
   * @param facts further members of the answer, such as {@code existing_item_id}
   */
  public ConflictException(String message, Map<String, String> facts) {
    super(message);
    this.facts = Map.copyOf(facts);
  }

  public Map<String, String> facts() {
    return facts;
  }
}
