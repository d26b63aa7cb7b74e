package io.heronbridge.portal.api;

import io.heronbridge.integration.itemimport.ImportBoard;
import io.heronbridge.integration.itemimport.ImportIntake;
import io.heronbridge.integration.itemimport.ImportRequest;
import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.itemimport.ImportFormat;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** {@code /items/import}: takes in a file of items while it is being sent. */
@Path("/items/import")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.API_WRITE)
public class ImportUploadResource {
  private static final Set<String> LINES =
      Set.of(
          "application/x-ndjson",
          "application/ndjson",
          "application/jsonl",
          "application/jsonlines",
          "application/json");
  private static final Set<String> CHARSETS = Set.of("utf-8", "utf8", "us-ascii");

  @EJB private ImportIntake intake;
  @EJB private ImportBoard board;
  @Context private HttpServletRequest request;

  @POST
  public Response receive(
      @QueryParam("integration_id") String integrationId,
      @QueryParam("update_webhook") String updateWebhook,
      InputStream body) {
    Optional<ImportFormat> format = format();
    if (format.isEmpty()) {
      return Problem.of(
              415,
              "Unsupported Media Type",
              "Send application/x-ndjson or text/csv, in UTF-8 and not compressed.")
          .response();
    }
    UUID integration =
        Query.id("integration_id", integrationId)
            .orElseThrow(() -> new InvalidInputException("integration_id", "is missing"));
    ImportRequest asked =
        new ImportRequest(
            integration, format, Optional.empty(), Query.flag("update_webhook", updateWebhook));
    Optional<Long> length =
        Optional.of(request.getContentLengthLong()).filter(announced -> announced >= 0);
    UUID id = intake.receive(asked, new ImportIntake.Upload(body, length), Callers.of(request));
    return Response.accepted(ImportJson.of(board.get(id, Callers.of(request)), List.of()))
        .header("Location", "/api/v1/items/imports/" + id)
        .build();
  }

  /** Empty when the body is something that cannot be read. */
  private Optional<ImportFormat> format() {
    String encoding = request.getHeader("Content-Encoding");
    if (request.getContentType() == null
        || encoding != null && !"identity".equalsIgnoreCase(encoding)) {
      return Optional.empty();
    }
    String[] parts = request.getContentType().toLowerCase(Locale.ROOT).split(";");
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].replaceAll("[\\s\"]", "");
      if (parameter.startsWith("charset=") && !CHARSETS.contains(parameter.substring(8))) {
        return Optional.empty();
      }
    }
    String type = parts[0].strip();
    if ("text/csv".equals(type)) {
      return Optional.of(ImportFormat.CSV);
    }
    return LINES.contains(type) ? Optional.of(ImportFormat.NDJSON) : Optional.empty();
  }
}
