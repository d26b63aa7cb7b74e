package io.heronbridge.portal.page;

import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** What a page or an action answers with. */
public sealed interface View
    permits View.Rendered, View.Moved, View.InNewSession, View.Json, View.NotAllowed, CsvFile {
  void send(Visit visit, TemplateRenderer renderer) throws IOException;

  static View page(String template, Map<String, Object> model) {
    return new Rendered(HttpServletResponse.SC_OK, template, model);
  }

  static View page(int status, String template, Map<String, Object> model) {
    return new Rendered(status, template, model);
  }

  /** To be looked at with GET. */
  static View moved(String address) {
    return new Moved(address, Optional.empty());
  }

  static View moved(String address, Flash flash) {
    return new Moved(address, Optional.of(flash));
  }

  /**
   * The same, for a visitor whose session has been replaced meanwhile.
   *
   * @param formToken what the new one's forms carry
   */
  default View inNewSession(String formToken) {
    return new InNewSession(this, formToken);
  }

  /** For our own scripts. */
  static View json(int status, JsonObject body) {
    return new Json(status, body, Optional.empty());
  }

  static View json(int status, JsonObject body, Flash next) {
    return new Json(status, body, Optional.of(next));
  }

  /** The method is not one this address knows. */
  static View notAllowed() {
    return new NotAllowed();
  }

  /** A template with its model. */
  record Rendered(int status, String template, Map<String, Object> model) implements View {
    @Override
    public void send(Visit visit, TemplateRenderer renderer) throws IOException {
      visit.response().setStatus(status);
      renderer.render(template, model, visit.request(), visit.response());
    }
  }

  /** Another page, perhaps with a sentence on it. */
  record Moved(String address, Optional<Flash> flash) implements View {
    @Override
    public void send(Visit visit, TemplateRenderer renderer) {
      flash.ifPresent(visit::leave);
      visit.response().setHeader("Cache-Control", "no-store");
      visit.response().setHeader("Location", address);
      visit.response().setStatus(HttpServletResponse.SC_SEE_OTHER);
    }
  }

  /** What another view says, left for the next session to read. */
  record InNewSession(View view, String formToken) implements View {
    @Override
    public void send(Visit visit, TemplateRenderer renderer) throws IOException {
      view.send(visit.in(formToken), renderer);
    }
  }

  /** A JSON object. */
  record Json(int status, JsonObject body, Optional<Flash> next) implements View {
    @Override
    public void send(Visit visit, TemplateRenderer renderer) throws IOException {
      next.ifPresent(visit::leave);
      HttpServletResponse response = visit.response();
      response.setStatus(status);
      response.setContentType("application/json");
      response.setCharacterEncoding("UTF-8");
      response.setHeader("Cache-Control", "no-store");
      response.getWriter().write(body.toString());
    }
  }

  /** Status 405. */
  record NotAllowed() implements View {
    @Override
    public void send(Visit visit, TemplateRenderer renderer) throws IOException {
      visit.response().sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }
  }
}
