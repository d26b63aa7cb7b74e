package io.heronbridge.portal.page;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.templateresolver.FileTemplateResolver;

/** The portal's templates, rendered from disk as the server would render them. */
public final class SampleEngine {
  /** The moment at which all samples are looked at. */
  public static final Instant NOW = Instant.parse("2026-11-22T10:40:30Z");

  private static final TemplateEngine ENGINE = engine();

  private SampleEngine() {}

  private static TemplateEngine engine() {
    FileTemplateResolver resolver = new FileTemplateResolver();
    resolver.setPrefix("src/main/webapp" + Templates.FOLDER);
    TemplateEngine engine = Templates.engine(resolver);
    engine.setLinkBuilder(new RootLinks());
    return engine;
  }

  /** The page that a template makes of a model. */
  public static String render(String template, Map<String, Object> model) {
    // In a server these names mean the request's own maps and would hide the model's.
    if (!Collections.disjoint(model.keySet(), Set.of("session", "param", "application"))) {
      throw new IllegalArgumentException("a reserved name in the model of " + template);
    }
    Map<String, Object> all = new HashMap<>(model);
    all.put("assets", "/assets/_sample");
    all.put("time", new TimeWords(NOW));
    return ENGINE.process(
        template,
        new Context((Locale) all.getOrDefault(TemplateRenderer.LANGUAGE, Locale.ENGLISH), all));
  }

  /** Links of an application at the root. */
  private static final class RootLinks extends StandardLinkBuilder {
    @Override
    protected String computeContextPath(
        IExpressionContext context, String base, Map<String, Object> parameters) {
      return "";
    }

    @Override
    protected String processLink(IExpressionContext context, String link) {
      return link;
    }
  }
}
