package io.heronbridge.portal.reference;

import io.heronbridge.integration.settings.Settings;
import io.heronbridge.portal.page.PageServlet;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;

/** The API document, rendered for people who write programs. */
@WebServlet("/api")
public class ReferencePage extends PageServlet {
  private static final long serialVersionUID = 1L;
  private static final String TEMPLATE = "reference/page";

  @Inject transient Settings settings;

  private transient Reference reference;

  @Override
  public void init() {
    reference = Reference.of(ApiDocument.json());
  }

  @Override
  protected String formToken(HttpServletRequest request) {
    return "";
  }

  @Override
  protected View show(Visit visit) {
    return View.page(TEMPLATE, model(reference, settings.publicUrl()));
  }

  static Map<String, Object> model(Reference reference, String publicUrl) {
    return Map.of("reference", reference, "publicUrl", publicUrl);
  }
}
