package io.heronbridge.portal.admin.integrations;

import io.heronbridge.integration.brand.BrandDraft;
import io.heronbridge.integration.brand.BrandSetup;
import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.integration.setup.IntegrationSetup;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.portal.admin.AdminPage;
import io.heronbridge.portal.page.Flash;
import io.heronbridge.portal.page.UploadForm;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;

/** Sets a lender's logo and colour, or forgets them. */
@WebServlet("/admin/integration-brands")
@ServletSecurity(@HttpConstraint(rolesAllowed = Role.Names.ADMIN))
public class BrandAction extends AdminPage {
  private static final long serialVersionUID = 1L;

  /** Of a file so much is read; one byte too many says that it is too large. */
  private static final int MOST_READ = 64 * 1024 + 1;

  @Inject transient BrandSetup brands;

  public BrandAction() {
    super("integrations");
  }

  @Override
  protected View show(Visit visit) {
    return View.moved(IntegrationsPage.LIST);
  }

  /** The form's key stands in its body, which is read by {@link #act}. */
  @Override
  protected void checkForm(Visit visit) {
    checkOrigin(visit);
  }

  @Override
  protected View act(Visit visit) {
    InputStream body = body(visit);
    UploadForm form = UploadForm.read(visit.request().getContentType(), body);
    checkForm(visit, form.field("csrf").orElse(""));
    UUID id = integration(form);
    try {
      change(visit, id, form);
      return View.moved(IntegrationPage.address(id), Flash.done("Saved how you look."));
    } catch (InvalidInputException e) {
      UploadForm.drain(body);
      String said = e.problems().get(0).field() + " " + e.problems().get(0).message() + ".";
      return View.moved(IntegrationPage.address(id), Flash.problem("The " + said));
    }
  }

  private static InputStream body(Visit visit) {
    try {
      return visit.request().getInputStream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void change(Visit visit, UUID id, UploadForm form) {
    if (form.field("change").filter("clear"::equals).isPresent()) {
      brands.clear(id, IntegrationSetup.ANY_VERSION, caller(visit));
      return;
    }
    Optional<String> colour =
        form.field("colour").map(String::strip).filter(text -> !text.isEmpty());
    BrandDraft draft = new BrandDraft(colour, form.file().map(BrandAction::bytes));
    brands.replace(id, IntegrationSetup.ANY_VERSION, draft, caller(visit));
  }

  private static byte[] bytes(InputStream file) {
    try {
      return file.readNBytes(MOST_READ);
    } catch (IOException e) {
      throw new InvalidInputException("logo", "did not arrive whole: send it again");
    }
  }

  private static UUID integration(UploadForm form) {
    try {
      return UUID.fromString(form.field("integration").orElse(""));
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException("integration", "is missing");
    }
  }
}
