package io.heronbridge.portal.admin;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.audit.ExportDesk;
import io.heronbridge.integration.listing.Page;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.portal.page.Address;
import io.heronbridge.portal.page.CsvFile;
import io.heronbridge.portal.page.CsvTable;
import io.heronbridge.portal.page.Flash;
import io.heronbridge.portal.page.PageServlet;
import io.heronbridge.portal.page.Problem;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import io.heronbridge.portal.session.CurrentCaller;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A page of the admin portal: knows who looks, and puts the frame around. */
public abstract class AdminPage extends PageServlet {
  /** Rows of a list. */
  protected static final int ROWS = 50;

  private static final long serialVersionUID = 1L;

  @Inject transient ExportDesk exports;

  private final String section;

  protected AdminPage(String section) {
    this.section = section;
  }

  @Override
  protected String formToken(HttpServletRequest request) {
    return CurrentCaller.of(request).map(Caller::csrfToken).orElse("");
  }

  protected static Caller caller(Visit visit) {
    return CurrentCaller.of(visit.request())
        .orElseThrow(() -> new IllegalStateException("an admin page without its caller"));
  }

  /** The whole list as a file; who saves it is noted. */
  protected final <T> View file(
      Visit visit, String name, CsvTable<T> table, CsvTable.Pages<T> pages) {
    Page<T> first = pages.read(Optional.empty());
    exports.saved(
        name, Optional.ofNullable(visit.request().getQueryString()), caller(visit).name());
    return new CsvFile<>(name, table, first, pages);
  }

  /**
   * Tells a list where its other pages are.
   *
   * @param cursor of the page that is shown
   */
  protected static void putPages(
      Map<String, Object> model, Address list, Optional<String> cursor, Page<?> page) {
    model.put("firstPage", cursor.map(any -> list.toString()));
    model.put("nextPage", page.nextCursor().map(next -> list.with("cursor", next).toString()));
  }

  protected final View framed(Visit visit, String template, Map<String, Object> model) {
    return framed(visit, 200, template, model);
  }

  protected final View framed(Visit visit, int status, String template, Map<String, Object> model) {
    Map<String, Object> all = new HashMap<>(model);
    Optional<Flash> flash = visit.isPartial() ? Optional.empty() : visit.takeFlash();
    Optional<String> ribbon = Optional.ofNullable((String) model.get("ribbon"));
    all.put("frame", new Frame(section, person(caller(visit)), visit.formToken(), ribbon, flash));
    return View.page(status, template, all);
  }

  @Override
  protected View problem(Visit visit, Problem problem) {
    return framed(visit, problem.status(), "admin/problem", Map.of("problem", problem));
  }

  private static Frame.Person person(Caller caller) {
    Optional<Role> role =
        Arrays.stream(Role.values())
            .filter(each -> each.groups().equals(caller.groups()))
            .findFirst();
    return new Frame.Person(caller.username().orElseThrow(), role);
  }
}
