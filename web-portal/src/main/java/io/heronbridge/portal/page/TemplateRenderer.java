package io.heronbridge.portal.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.WebApplicationTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/** Turns a template and a model into a page. */
@ApplicationScoped
public class TemplateRenderer {
  private static final String FOLDER = "/WEB-INF/templates/";

  @Inject ServletContext servletContext;

  private JakartaServletWebApplication application;
  private TemplateEngine engine;

  @PostConstruct
  void prepare() {
    application = JakartaServletWebApplication.buildApplication(servletContext);
    WebApplicationTemplateResolver resolver = new WebApplicationTemplateResolver(application);
    resolver.setTemplateMode(TemplateMode.HTML);
    resolver.setPrefix(FOLDER);
    resolver.setSuffix(".html");
    resolver.setCharacterEncoding("UTF-8");
    resolver.setCacheable(true);
    engine = new TemplateEngine();
    engine.setTemplateResolver(resolver);
  }

  /** Renders whole before anything is sent, so that a failing template never leaves half a page. */
  public void render(
      String template,
      Map<String, Object> model,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    WebContext context =
        new WebContext(application.buildExchange(request, response), Locale.ENGLISH, model);
    String page = engine.process(template, context);
    response.setContentType("text/html");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.getWriter().write(page);
  }
}
