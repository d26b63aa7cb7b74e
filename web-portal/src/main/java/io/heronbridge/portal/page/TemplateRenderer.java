package io.heronbridge.portal.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.templateresolver.WebApplicationTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/** Turns a template and a model into a page. */
@ApplicationScoped
public class TemplateRenderer {
  /** A {@link Locale} in a model: what language the page is in. */
  public static final String LANGUAGE = "language";

  @Inject ServletContext servletContext;
  @Inject AssetVersion assets;
  @Inject Clock clock;

  private JakartaServletWebApplication application;
  private TemplateEngine engine;

  @PostConstruct
  void prepare() {
    application = JakartaServletWebApplication.buildApplication(servletContext);
    WebApplicationTemplateResolver resolver = new WebApplicationTemplateResolver(application);
    resolver.setPrefix(Templates.FOLDER);
    engine = Templates.engine(resolver);
  }

  /**
   * Renders whole before anything is sent, so that a failing template never leaves half a page.
   *
   * @param model with {@link #LANGUAGE} where the page is not English
   */
  public void render(
      String template,
      Map<String, Object> model,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Map<String, Object> all = new HashMap<>(model);
    all.put("assets", assets.root());
    all.put("time", new TimeWords(clock.instant()));
    WebContext context =
        new WebContext(
            application.buildExchange(request, response),
            (Locale) all.getOrDefault(LANGUAGE, Locale.ENGLISH),
            all);
    String page = engine.process(template, context);
    response.setContentType("text/html");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.getWriter().write(page);
  }
}
