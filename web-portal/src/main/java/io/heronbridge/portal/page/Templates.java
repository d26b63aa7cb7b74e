package io.heronbridge.portal.page;

import org.thymeleaf.TemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.AbstractConfigurableTemplateResolver;

/** How templates are found and read, in the server and in tests alike. */
final class Templates {
  static final String FOLDER = "/WEB-INF/templates/";

  private Templates() {}

  static TemplateEngine engine(AbstractConfigurableTemplateResolver resolver) {
    resolver.setTemplateMode(TemplateMode.HTML);
    resolver.setSuffix(".html");
    resolver.setCharacterEncoding("UTF-8");
    resolver.setCacheable(true);
    TemplateEngine engine = new TemplateEngine();
    engine.setTemplateResolver(resolver);
    engine.setMessageResolver(new TextResolver());
    return engine;
  }
}
