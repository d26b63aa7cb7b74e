package io.heronbridge.integration.problem;

import java.sql.SQLException;
import java.util.Optional;

/** Recognises that PostgreSQL is away or going, whatever each server wraps around it. */
public final class DatabaseOutage {
  private static final int CLASS_LENGTH = 2;
  private static final String READ_ONLY = "25006";

  private DatabaseOutage() {}

  public static boolean isAt(Throwable thrown) {
    return sign(thrown).isPresent();
  }

  /** What it is recognised by: a class or PostgreSQL's state. */
  static Optional<String> sign(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      String type = cause.getClass().getName();
      if (type.endsWith("ResourceException") || type.endsWith("PoolingException")) {
        return Optional.of(cause.getClass().getSimpleName());
      }
      if (cause instanceof SQLException sql && isAway(sql.getSQLState())) {
        return Optional.of("SQLState " + sql.getSQLState());
      }
    }
    return Optional.empty();
  }

  /** Connection trouble, shutting down or starting, out of connections, only a standby left. */
  private static boolean isAway(String state) {
    if (state == null || state.length() < CLASS_LENGTH) {
      return false;
    }
    return switch (state.substring(0, CLASS_LENGTH)) {
      case "08", "53" -> true;
      case "25" -> READ_ONLY.equals(state);
      case "57" -> state.startsWith("57P");
      default -> false;
    };
  }
}
