package io.heronbridge.portal.admin.imports;

import io.heronbridge.integration.itemimport.ImportBoard;
import io.heronbridge.integration.itemimport.ImportIntake;
import io.heronbridge.integration.itemimport.ImportRequest;
import io.heronbridge.integration.itemimport.ImportView;
import io.heronbridge.integration.listing.Page;
import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.integration.problem.NotFoundException;
import io.heronbridge.integration.setup.IntegrationSetup;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.portal.admin.AdminPage;
import io.heronbridge.portal.admin.Choices;
import io.heronbridge.portal.page.Address;
import io.heronbridge.portal.page.CsvFile;
import io.heronbridge.portal.page.CsvTable;
import io.heronbridge.portal.page.Flash;
import io.heronbridge.portal.page.UploadForm;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.HttpMethodConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All imports, and the form that starts one. */
@WebServlet("/admin/imports")
@ServletSecurity(
    value = @HttpConstraint(rolesAllowed = Role.Names.VIEWER),
    httpMethodConstraints =
        @HttpMethodConstraint(value = "POST", rolesAllowed = Role.Names.OPERATOR))
public class ImportsPage extends AdminPage {
  static final String LIST = "/admin/imports";

  private static final long serialVersionUID = 1L;
  private static final CsvTable<ImportView> TABLE =
      new CsvTable<ImportView>()
          .column("id", ImportView::id)
          .column("status", ImportView::status)
          .column("reason", ImportView::reason)
          .column("integration", each -> each.source().integrationName())
          .column("file_name", each -> each.source().fileName())
          .column("requested_by", each -> each.source().requestedBy())
          .column("received", each -> each.lines().received())
          .column("processed", each -> each.lines().processed())
          .column("accepted", each -> each.lines().accepted())
          .column("rejected", each -> each.lines().rejected())
          .column("created_at", each -> each.times().createdAt())
          .column("finished_at", each -> each.times().finishedAt());

  @Inject transient ImportBoard board;
  @Inject transient ImportIntake intake;
  @Inject transient IntegrationSetup setup;

  public ImportsPage() {
    super("imports");
  }

  @Override
  protected View show(Visit visit) {
    return CsvFile.isAskedFor(visit) ? file(visit) : list(visit, 200, Optional.empty());
  }

  private View file(Visit visit) {
    return file(
        visit, "imports", TABLE, cursor -> board.imports(cursor, CsvTable.ROWS, caller(visit)));
  }

  /** The form's key stands in its body, which is read by {@link #act}. */
  @Override
  protected void checkForm(Visit visit) {
    checkOrigin(visit);
  }

  @Override
  protected View act(Visit visit) {
    InputStream body = body(visit);
    try {
      UploadForm form = UploadForm.read(visit.request().getContentType(), body);
      checkForm(visit, form.field("csrf").orElse(""));
      UUID started = receive(visit, form);
      return View.moved(
          LIST + "/" + started, Flash.done("The file is stored. Its lines are being worked off."));
    } catch (InvalidInputException e) {
      UploadForm.drain(body);
      String said = e.problems().get(0).field() + " " + e.problems().get(0).message() + ".";
      return list(visit, 422, Optional.of(said.replaceFirst("^(body|file) ", "The file ")));
    } catch (NotFoundException e) {
      UploadForm.drain(body);
      return list(visit, 422, Optional.of(e.getMessage()));
    }
  }

  private static InputStream body(Visit visit) {
    try {
      return visit.request().getInputStream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private UUID receive(Visit visit, UploadForm form) {
    InputStream file =
        form.file().orElseThrow(() -> new InvalidInputException("file", "is missing: choose one"));
    ImportRequest request =
        new ImportRequest(
            integration(form),
            Optional.empty(),
            form.fileName(),
            form.field("update_webhook").isPresent());
    return intake.receive(request, new ImportIntake.Upload(file, Optional.empty()), caller(visit));
  }

  private static UUID integration(UploadForm form) {
    try {
      return UUID.fromString(form.field("integration_id").orElse(""));
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException("The integration", "is missing: choose one");
    }
  }

  private View list(Visit visit, int status, Optional<String> problem) {
    Optional<String> cursor = status == 200 ? visit.text("cursor") : Optional.empty();
    Page<ImportView> page = board.imports(cursor, ROWS, caller(visit));
    Choices choices = new Choices(setup.list(caller(visit)));
    Map<String, Object> model = new HashMap<>();
    model.put("imports", page.data());
    model.put("csv", CsvFile.address(Address.of(LIST)));
    putPages(model, Address.of(LIST), cursor, page);
    model.put("choices", choices);
    model.put("ribbon", choices.ribbon());
    model.put("problem", problem);
    return framed(visit, status, "admin/imports/list", model);
  }
}
