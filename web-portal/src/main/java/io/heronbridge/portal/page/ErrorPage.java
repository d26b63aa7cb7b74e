package io.heronbridge.portal.page;

import static io.heronbridge.persistence.json.JsonLibrary.JSON;
import static jakarta.servlet.http.HttpServletResponse.SC_NOT_FOUND;
import static jakarta.servlet.http.HttpServletResponse.SC_SERVICE_UNAVAILABLE;
import static java.lang.System.Logger.Level.ERROR;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Says in our words what the server refused or broke; to machines in theirs. */
@WebServlet(ErrorPage.PATH)
public class ErrorPage extends HttpServlet {
  static final String PATH = "/error";
  private static final long serialVersionUID = 1L;
  private static final System.Logger LOG = System.getLogger(ErrorPage.class.getName());
  private static final List<String> MACHINES =
      List.of("/api/", "/webhooks/", "/health", "/metrics");
  private static final String API = "/api/v1/";

  @Inject transient TemplateRenderer renderer;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
    int status = status(code instanceof Integer found ? found : SC_NOT_FOUND, path);
    response.setStatus(status);
    if (status == SC_SERVICE_UNAVAILABLE) {
      response.setHeader("Retry-After", "1");
    }
    Problem problem = Problem.of(status, reference(request, path));
    if (MACHINES.stream().anyMatch(path::startsWith)) {
      writeForMachines(response, problem);
    } else if (path.startsWith("/connect")) {
      Locale language = Texts.in(request.getLocale()).locale();
      Map<String, Object> model = Map.of("problem", problem, TemplateRenderer.LANGUAGE, language);
      renderer.render("connect/problem", model, request, response);
    } else {
      Map<String, Object> model = Map.of("problem", problem, "admin", path.startsWith("/admin"));
      renderer.render("error/problem", model, request, response);
    }
  }

  /** The API itself says what it does not know: a server that does not find it is starting. */
  private static int status(int found, String path) {
    return found == SC_NOT_FOUND && path.startsWith(API) ? SC_SERVICE_UNAVAILABLE : found;
  }

  private static String reference(HttpServletRequest request, String path) {
    String reference = UUID.randomUUID().toString().substring(0, 8);
    Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    if (failure instanceof Throwable thrown) {
      // Not the whole path: it may hold the token of a hosted link.
      String area = path.replaceFirst("^(/[^/]*).*", "$1");
      LOG.log(
          ERROR, () -> "request failed reference=%s area=%s".formatted(reference, area), thrown);
    }
    return reference;
  }

  private static void writeForMachines(HttpServletResponse response, Problem problem)
      throws IOException {
    response.setContentType("application/problem+json");
    response.setCharacterEncoding("UTF-8");
    response
        .getWriter()
        .write(
            JSON.createObjectBuilder()
                .add("title", problem.title())
                .add("status", problem.status())
                .add("detail", problem.text())
                .build()
                .toString());
  }
}
