package io.heronbridge.portal.api;

import static java.lang.System.Logger.Level.ERROR;

import io.heronbridge.integration.plaid.PlaidFault;
import io.heronbridge.integration.problem.ChangedMeanwhileException;
import io.heronbridge.integration.problem.ConflictException;
import io.heronbridge.integration.problem.DatabaseOutage;
import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.integration.problem.NotFoundException;
import io.heronbridge.integration.setup.HeronFault;
import jakarta.ejb.EJBAccessException;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.UUID;

/**
 * Turns everything that can go wrong into problem+json; what is unexpected keeps its reasons here.
 */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
  private static final System.Logger LOG = System.getLogger(ProblemMapper.class.getName());

  private static final Duration DATABASE_RETRY = Duration.ofSeconds(5);

  @Override
  public Response toResponse(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      Problem known = known(cause);
      if (known != null) {
        return known.response();
      }
    }
    if (thrown instanceof WebApplicationException web) {
      return of(web).response();
    }
    if (DatabaseOutage.isAt(thrown)) {
      return Problem.of(
              503,
              "Not just now",
              "The database is away. Ask again; reading tells whether the last change was kept.")
          .retryAfter(DATABASE_RETRY)
          .response();
    }
    UUID reference = UUID.randomUUID();
    LOG.log(ERROR, () -> "unexpected failure reference=" + reference, thrown);
    return Problem.of(
            500,
            "Something went wrong on our side",
            "Our log knows more under the reference " + reference + ".")
        .response();
  }

  private static Problem known(Throwable cause) {
    if (cause instanceof InvalidInputException invalid) {
      return Problem.invalid(422, invalid.problems());
    }
    if (cause instanceof MalformedException malformed) {
      return Problem.invalid(400, malformed.problems());
    }
    if (cause instanceof NotFoundException) {
      return Problem.of(404, "Not found", cause.getMessage());
    }
    if (cause instanceof ConflictException conflict) {
      return Problem.of(409, "Conflict", conflict.getMessage()).with(conflict.facts());
    }
    if (cause instanceof ChangedMeanwhileException) {
      return Problem.of(412, "Changed meanwhile", cause.getMessage());
    }
    if (cause instanceof PlaidFault fault) {
      Problem problem = Problem.of(fault.httpStatus(), "Plaid", fault.getMessage());
      fault.errorCode().ifPresent(code -> problem.with("error_code", code));
      fault.requestId().ifPresent(id -> problem.with("request_id", id));
      fault.retryAfter().ifPresent(problem::retryAfter);
      return problem;
    }
    if (cause instanceof HeronFault fault) {
      Problem problem = Problem.of(fault.httpStatus(), "Heron", fault.getMessage());
      fault.retryAfter().ifPresent(problem::retryAfter);
      return problem;
    }
    if (cause instanceof EJBAccessException || cause instanceof ForbiddenException) {
      return Problem.of(403, "Not allowed", "This API key does not allow that.");
    }
    return null;
  }

  private static Problem of(WebApplicationException web) {
    int status = web.getResponse().getStatus();
    String title = Response.Status.fromStatusCode(status).getReasonPhrase();
    return Problem.of(status, title, title + ".");
  }
}
