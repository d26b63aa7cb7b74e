package io.heronbridge.portal.page;

import static java.lang.System.Logger.Level.ERROR;

import io.heronbridge.integration.problem.BusyException;
import io.heronbridge.integration.problem.ConflictException;
import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.integration.problem.NotFoundException;
import io.heronbridge.integration.settings.Settings;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;

/** Shows a page for GET and acts on a form for POST; whatever goes wrong becomes a page too. */
public abstract class PageServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final System.Logger LOG = System.getLogger(PageServlet.class.getName());

  @Inject transient TemplateRenderer renderer;
  @Inject transient Settings settings;

  /** Answers GET. */
  protected View show(Visit visit) {
    return View.notAllowed();
  }

  /** Answers POST, once the form is known to be ours. */
  protected View act(Visit visit) {
    return View.notAllowed();
  }

  /** What this session's forms carry; empty without a session. */
  protected abstract String formToken(HttpServletRequest request);

  /** Whether a form is ours; with a session that means it carries the session's token. */
  protected void checkForm(Visit visit) {
    guard().check(visit.request(), visit.formToken());
  }

  /** As {@link #checkForm(Visit)}, for forms whose token is read from their body by the action. */
  protected final void checkForm(Visit visit, String given) {
    guard().check(visit.request(), visit.formToken(), given);
  }

  /** Checks only that no other site sent the form, for pages before there is a session. */
  protected final void checkOrigin(Visit visit) {
    guard().checkOrigin(visit.request());
  }

  private FormGuard guard() {
    return new FormGuard(settings.publicUrl());
  }

  /** How a failure looks; pages with a frame put it in theirs. */
  protected View problem(Visit visit, Problem problem) {
    return View.page(problem.status(), "error/problem", Map.of("problem", problem));
  }

  @Override
  protected final void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer(request, response, this::show);
  }

  @Override
  protected final void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer(
        request,
        response,
        visit -> {
          checkForm(visit);
          return act(visit);
        });
  }

  private void answer(HttpServletRequest request, HttpServletResponse response, Work work)
      throws IOException {
    // Of what stands in the address too: Payara takes that for Latin-1.
    request.setCharacterEncoding("UTF-8");
    Visit visit = new Visit(request, response, formToken(request), settings.isPublicUrlSecure());
    View view;
    try {
      view = work.answer(visit);
    } catch (NotFoundException e) {
      view = problem(visit, Problem.notFound(e.getMessage()));
    } catch (InvalidInputException e) {
      view = problem(visit, Problem.invalid(e.problems()));
    } catch (ConflictException e) {
      view = problem(visit, Problem.conflict(e.getMessage()));
    } catch (RefusedFormException e) {
      view = problem(visit, Problem.staleForm());
    } catch (BusyException e) {
      view = problem(visit, Problem.busy(e.getMessage()));
    } catch (EJBAccessException e) {
      view = problem(visit, Problem.forbidden());
    } catch (RuntimeException e) {
      view = problem(visit, broken(request, e));
    }
    view.send(visit, renderer);
  }

  private static Problem broken(HttpServletRequest request, RuntimeException failure) {
    String reference = UUID.randomUUID().toString().substring(0, 8);
    LOG.log(
        ERROR,
        () -> "page failed reference=%s servlet=%s".formatted(reference, request.getServletPath()),
        failure);
    return Problem.broken(reference);
  }

  /** What is done for one request. */
  private interface Work {
    View answer(Visit visit);
  }
}
