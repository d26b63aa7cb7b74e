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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /items/import}: takes in a file of items while it is being sent. */
@Path("/items/import")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.API_WRITE)
@Tag(name = "Imports")
public class ImportUploadResource {
  private static final Set<String> LINES =
      Set.of(
          "application/x-ndjson",
          "application/ndjson",
          "application/jsonl",
          "application/jsonlines",
          "application/json");

  /** What clients send when nobody told them the type. */
  private static final Set<String> UNNAMED =
      Set.of("", "text/plain", "application/octet-stream", "application/x-www-form-urlencoded");

  private static final Set<String> CHARSETS = Set.of("utf-8", "utf8", "us-ascii");

  @EJB private ImportIntake intake;
  @EJB private ImportBoard board;
  @Context private HttpServletRequest request;

  @POST
  @Operation(
      operationId = "importItems",
      summary = "Takes in a file of items while it is being sent.")
  @RequestBody(
      required = true,
      content = {
        @Content(mediaType = "application/x-ndjson", schema = @Schema(type = SchemaType.STRING)),
        @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING))
      })
  @APIResponse(responseCode = "415", description = "Of another type, or compressed.")
  @APIResponseSchema(value = ImportJson.class, responseCode = "202")
  public Response receive(
      @QueryParam("integration_id") String integrationId,
      @QueryParam("update_webhook") String updateWebhook,
      InputStream body) {
    if (!isReadable()) {
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
            integration, format(), Optional.empty(), Query.flag("update_webhook", updateWebhook));
    Optional<Long> length =
        Optional.of(request.getContentLengthLong()).filter(announced -> announced >= 0);
    UUID id = intake.receive(asked, new ImportIntake.Upload(body, length), Callers.of(request));
    return Response.accepted(ImportJson.of(board.get(id, Callers.of(request)), List.of()))
        .header("Location", "/api/v1/items/imports/" + id)
        .build();
  }

  /** Not when it is compressed, of another type or in another charset. */
  private boolean isReadable() {
    String encoding = request.getHeader("Content-Encoding");
    if (encoding != null && !"identity".equalsIgnoreCase(encoding)) {
      return false;
    }
    if (format().isEmpty() && !UNNAMED.contains(type().split(";")[0].strip())) {
      return false;
    }
    return Arrays.stream(type().split(";"))
        .skip(1)
        .map(parameter -> parameter.replaceAll("[\\s\"]", ""))
        .filter(parameter -> parameter.startsWith("charset="))
        .allMatch(parameter -> CHARSETS.contains(parameter.substring("charset=".length())));
  }

  /** Empty when the type names neither: then the first bytes tell. */
  private Optional<ImportFormat> format() {
    String type = type().split(";")[0].strip();
    if ("text/csv".equals(type)) {
      return Optional.of(ImportFormat.CSV);
    }
    return LINES.contains(type) ? Optional.of(ImportFormat.NDJSON) : Optional.empty();
  }

  private String type() {
    return Optional.ofNullable(request.getContentType()).orElse("").toLowerCase(Locale.ROOT) + ";";
  }
}
