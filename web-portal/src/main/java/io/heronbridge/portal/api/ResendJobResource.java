package io.heronbridge.portal.api;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.resendjob.ResendBoard;
import io.heronbridge.integration.resendjob.ResendDesk;
import io.heronbridge.persistence.access.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /resend-jobs}: resending many failed links, with a plan before and control after. */
@Path("/resend-jobs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.API_READ)
@Tag(name = "Resend jobs")
public class ResendJobResource {
  @EJB private ResendBoard board;
  @EJB private ResendDesk desk;
  @Context private HttpServletRequest request;

  @GET
  @Operation(
      operationId = "listResendJobs",
      summary = "Lists resend jobs, newest first, without plans.")
  public Listed<ResendJobJson> list(
      @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
    return Listed.of(
        board.jobs(Query.text(cursor), Query.limit(limit), Callers.of(request)), ResendJobJson::of);
  }

  @POST
  @RolesAllowed(Role.Names.API_WRITE)
  @Operation(operationId = "planResendJob", summary = "Plans a resend; no link is touched.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Requests.ForResend.class)))
  @APIResponseSchema(value = ResendJobJson.class, responseCode = "201")
  public Response plan(InputStream body) throws IOException {
    UUID planned = desk.plan(ResendForm.read(Fields.read(body)), Callers.of(request));
    return Response.status(Response.Status.CREATED).entity(read(planned)).build();
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getResendJob", summary = "One resend job.")
  public ResendJobJson get(@PathParam("id") String text) {
    return read(Query.pathId("resend job", text));
  }

  @POST
  @Path("/{id}/start")
  @RolesAllowed(Role.Names.API_WRITE)
  @Operation(
      operationId = "startResendJob",
      summary = "Starts a planned job with the links that match now.")
  public ResendJobJson start(@PathParam("id") String text) {
    return change(text, desk::start);
  }

  @POST
  @Path("/{id}/pause")
  @RolesAllowed(Role.Names.API_WRITE)
  @Operation(operationId = "pauseResendJob", summary = "Holds a running job.")
  public ResendJobJson pause(@PathParam("id") String text) {
    return change(text, desk::pause);
  }

  @POST
  @Path("/{id}/resume")
  @RolesAllowed(Role.Names.API_WRITE)
  @Operation(operationId = "resumeResendJob", summary = "Lets a paused job go on.")
  public ResendJobJson resume(@PathParam("id") String text) {
    return change(text, desk::resume);
  }

  @POST
  @Path("/{id}/cancel")
  @RolesAllowed(Role.Names.API_WRITE)
  @Operation(
      operationId = "cancelResendJob",
      summary = "Ends a job; what was not resent stays as it was.")
  public ResendJobJson cancel(@PathParam("id") String text) {
    return change(text, desk::cancel);
  }

  private ResendJobJson change(String text, BiConsumer<UUID, Caller> verb) {
    UUID id = Query.pathId("resend job", text);
    verb.accept(id, Callers.of(request));
    return read(id);
  }

  private ResendJobJson read(UUID id) {
    return ResendJobJson.of(board.get(id, Callers.of(request)));
  }
}
