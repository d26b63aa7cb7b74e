package io.heronbridge.portal.page;

import io.heronbridge.integration.problem.FieldProblem;
import java.util.List;

/** A failure as a page says it: what happened, and what to do next. */
public record Problem(int status, String title, String text, String next) {

  static Problem notFound(String text) {
    return new Problem(
        404, "Not found", text, "It may have been deleted, or the address was cut off on its way.");
  }

  static Problem invalid(List<FieldProblem> problems) {
    FieldProblem first = problems.get(0);
    return new Problem(
        400,
        "This address cannot be read",
        "“%s” %s.".formatted(first.field(), first.message()),
        "Start again from the list, or correct the address.");
  }

  static Problem conflict(String text) {
    return new Problem(
        409, "That is not possible now", text, "Nothing was changed. Look again and decide anew.");
  }

  static Problem staleForm() {
    return new Problem(
        403,
        "This form is no longer valid",
        "It was made for another session, so nothing was done.",
        "Go back, reload the page and try again.");
  }

  static Problem forbidden() {
    return new Problem(
        403,
        "Your role does not allow this",
        "You are signed in, but this needs more rights than you have.",
        "Ask an administrator to do it, or to change your role.");
  }

  static Problem busy(String text) {
    return new Problem(
        503, "Not just now", text + " Nothing was done.", "Try again in a few seconds.");
  }

  static Problem broken(String reference) {
    return new Problem(
        500,
        "Something broke on our side",
        "The page could not be made. What was being delivered goes on being delivered.",
        "Try again in a minute. If it stays, search the log for reference " + reference + ".");
  }

  /** What is said for a status that the server itself found. */
  static Problem of(int status, String reference) {
    return switch (status) {
      case 401 ->
          new Problem(401, "Not signed in", "The API key is missing, unknown or revoked.", "");
      case 403 -> forbidden();
      case 404 -> notFound("There is no page at this address.");
      case 405 -> new Problem(405, "Not like this", "This address answers another method.", "");
      case 503 ->
          new Problem(
              503,
              "Not just now",
              "The database is away, or this node is just starting. Nothing was done.",
              "Try again in a few seconds. What was accepted before goes on by itself.");
      default ->
          status >= 500
              ? broken(reference)
              : new Problem(status, "That did not work", "The request was not understood.", "");
    };
  }
}
