package io.heronbridge.portal.api;

import io.heronbridge.integration.itemimport.ImportBoard;
import io.heronbridge.integration.itemimport.ImportDesk;
import io.heronbridge.persistence.access.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /items/imports}: what became of imports. */
@Path("/items/imports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.API_READ)
@Tag(name = "Imports")
public class ImportResource {
  /** Rejected lines in the answer itself; the others are on pages. */
  private static final int SHOWN = 1000;

  @EJB private ImportBoard board;
  @EJB private ImportDesk desk;
  @Context private HttpServletRequest request;

  @GET
  @Operation(operationId = "listImports", summary = "Lists imports, newest first.")
  public Listed<ImportJson> list(
      @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
    return Listed.of(
        board.imports(Query.text(cursor), Query.limit(limit), Callers.of(request)), ImportJson::of);
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getImport", summary = "One import with its first rejected lines.")
  public ImportJson get(@PathParam("id") String text) {
    return read(Query.pathId("import", text));
  }

  @GET
  @Path("/{id}/rejected")
  @Operation(operationId = "listRejectedLines", summary = "The rejected lines of an import.")
  public Listed<ImportJson.RejectedJson> rejected(
      @PathParam("id") String text,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor) {
    return Listed.of(
        board.rejected(
            Query.pathId("import", text),
            Query.text(cursor),
            Query.limit(limit),
            Callers.of(request)),
        ImportJson.RejectedJson::of);
  }

  @POST
  @Path("/{id}/cancel")
  @RolesAllowed(Role.Names.API_WRITE)
  @Operation(operationId = "cancelImport", summary = "Stops an import; what was brought in stays.")
  public ImportJson cancel(@PathParam("id") String text) {
    UUID id = Query.pathId("import", text);
    desk.cancel(id, Callers.of(request));
    return read(id);
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Role.Names.API_WRITE)
  @Operation(operationId = "deleteImport", summary = "Forgets an import that has ended.")
  public void delete(@PathParam("id") String text) {
    desk.delete(Query.pathId("import", text), Callers.of(request));
  }

  private ImportJson read(UUID id) {
    return ImportJson.of(
        board.get(id, Callers.of(request)),
        board.rejected(id, Optional.empty(), SHOWN, Callers.of(request)).data());
  }
}
