package io.heronbridge.portal.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.heronbridge.integration.listing.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;

/**
 * A list to be saved as a file.
 *
 * @param name of the file without its ending
 * @param first what is read before anything is sent, so that a wrong filter is told as on a page
 */
public record CsvFile<T>(String name, CsvTable<T> table, Page<T> first, CsvTable.Pages<T> pages)
    implements View {
  private static final String PARAMETER = "format";
  private static final String VALUE = "csv";

  /** Whether the list was asked for as a file. */
  public static boolean isAskedFor(Visit visit) {
    return visit.text(PARAMETER).filter(VALUE::equals).isPresent();
  }

  /** The address of the list, asked for as a file. */
  public static String address(Address list) {
    return list.with(PARAMETER, VALUE).toString();
  }

  @Override
  public void send(Visit visit, TemplateRenderer renderer) throws IOException {
    HttpServletResponse response = visit.response();
    response.setContentType("text/csv");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Content-Disposition", "attachment; filename=\"%s.csv\"".formatted(name));
    // A servlet's own writer would not notice that nobody reads any more.
    Writer out = new OutputStreamWriter(response.getOutputStream(), UTF_8);
    table.write(first, pages, out);
    out.flush();
  }
}
