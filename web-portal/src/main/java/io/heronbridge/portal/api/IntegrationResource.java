package io.heronbridge.portal.api;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.listing.Cursor;
import io.heronbridge.integration.listing.Page;
import io.heronbridge.integration.reading.ReadingRequests;
import io.heronbridge.integration.setup.IntegrationCheck;
import io.heronbridge.integration.setup.IntegrationDraft;
import io.heronbridge.integration.setup.IntegrationSetup;
import io.heronbridge.integration.setup.IntegrationView;
import io.heronbridge.persistence.access.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /integrations}. */
@Path("/integrations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.API_READ)
@Tag(name = "Integrations")
public class IntegrationResource {
  private static final int LONGEST_REASON = 500;

  @EJB private IntegrationSetup setup;
  @EJB private IntegrationCheck check;
  @EJB private ReadingRequests readings;
  @Context private HttpServletRequest request;

  @GET
  @Operation(operationId = "listIntegrations", summary = "Lists integrations, oldest first.")
  public Listed<IntegrationJson> list(
      @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
    int most = Query.limit(limit);
    Optional<Cursor> after = Query.text(cursor).map(text -> Cursor.read(Optional.of(text)));
    List<IntegrationView> rest =
        setup.list(Callers.of(request)).stream()
            .filter(each -> after.isEmpty() || after.get().isBefore(place(each)))
            .toList();
    return Listed.of(Page.of(rest, most, IntegrationResource::place), IntegrationJson::of);
  }

  private static Cursor place(IntegrationView integration) {
    return new Cursor(integration.createdAt(), integration.id());
  }

  @POST
  @RolesAllowed(Role.Names.API_WRITE)
  @Operation(operationId = "createIntegration", summary = "Sets up an integration.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Requests.ForIntegration.class)))
  @APIResponseSchema(value = IntegrationJson.class, responseCode = "201")
  public Response create(InputStream body) throws IOException {
    Caller caller = Callers.of(request);
    if (!caller.integrations().isEmpty()) {
      throw new ForbiddenException("a key for some integrations would not see the new one");
    }
    IntegrationView created = setup.create(IntegrationForm.read(Fields.read(body)), caller);
    return tagged(Response.status(Response.Status.CREATED), created);
  }

  static Response tagged(Response.ResponseBuilder response, IntegrationView integration) {
    return response
        .entity(IntegrationJson.of(integration))
        .header(HttpHeaders.ETAG, IfMatch.tag(integration))
        .build();
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getIntegration", summary = "One integration.")
  @APIResponseSchema(value = IntegrationJson.class, responseCode = "200")
  public Response get(@PathParam("id") String id) {
    return tagged(Response.ok(), setup.get(id(id), Callers.of(request)));
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed(Role.Names.API_WRITE)
  @Operation(
      operationId = "replaceIntegration",
      summary = "Replaces everything of an integration; absent secrets stay.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Requests.ForIntegrationChange.class)))
  @APIResponseSchema(value = IntegrationJson.class, responseCode = "200")
  public Response replace(
      @PathParam("id") String id, @HeaderParam(IfMatch.HEADER) String ifMatch, InputStream body)
      throws IOException {
    IntegrationDraft draft = IntegrationForm.readBack(Fields.read(body));
    return tagged(
        Response.ok(), setup.replace(id(id), IfMatch.read(ifMatch), draft, Callers.of(request)));
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Role.Names.API_WRITE)
  @Operation(
      operationId = "deleteIntegration",
      summary = "Deletes an integration that has no items.")
  public void delete(@PathParam("id") String id, @HeaderParam(IfMatch.HEADER) String ifMatch) {
    setup.delete(id(id), IfMatch.read(ifMatch), Callers.of(request));
  }

  @POST
  @Path("/{id}/pause")
  @RolesAllowed(Role.Names.API_WRITE)
  @Operation(
      operationId = "pauseIntegration",
      summary = "Holds the links of an integration; webhooks are relayed on.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Requests.ForPause.class)))
  @APIResponseSchema(value = IntegrationJson.class, responseCode = "200")
  public Response pause(@PathParam("id") String id, InputStream body) throws IOException {
    setup.pause(id(id), reason(body), Callers.of(request));
    return get(id);
  }

  private static String reason(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(LONGEST_REASON * 8);
    if (bytes.length == 0) {
      return "Paused through the API.";
    }
    Fields fields = Fields.read(new java.io.ByteArrayInputStream(bytes));
    String reason = fields.optionalText("reason", LONGEST_REASON).orElse("Paused through the API.");
    fields.finish();
    return reason;
  }

  @POST
  @Path("/{id}/resume")
  @RolesAllowed(Role.Names.API_WRITE)
  @Operation(operationId = "resumeIntegration", summary = "Lets held links go.")
  @APIResponseSchema(value = IntegrationJson.class, responseCode = "200")
  public Response resume(@PathParam("id") String id) {
    setup.resume(id(id), Callers.of(request));
    return get(id);
  }

  @POST
  @Path("/{id}/check")
  @RolesAllowed(Role.Names.API_WRITE)
  @Operation(operationId = "checkIntegration", summary = "Tries the credentials of both sides.")
  public CheckJson check(@PathParam("id") String id) {
    return CheckJson.of(check.check(id(id), Callers.of(request)));
  }

  /** How many links a reconciliation reads. */
  @Schema(name = "Reconciliation")
  public record Reconciled(int links) {}

  @POST
  @Path("/{id}/reconcile")
  @RolesAllowed(Role.Names.API_WRITE)
  @Operation(
      operationId = "reconcileIntegration",
      summary = "Reads all its links at Heron and Plaid.")
  @APIResponseSchema(value = Reconciled.class, responseCode = "202")
  public Response reconcile(@PathParam("id") String id) {
    int links = readings.readIntegration(id(id), Callers.of(request)).links();
    return Response.accepted(new Reconciled(links)).build();
  }

  private static UUID id(String text) {
    return Query.pathId("integration", text);
  }
}
