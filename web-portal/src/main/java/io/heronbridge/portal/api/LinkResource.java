package io.heronbridge.portal.api;

import io.heronbridge.integration.integrationlink.LinkCancel;
import io.heronbridge.integration.integrationlink.LinkResend;
import io.heronbridge.integration.item.LinkBoard;
import io.heronbridge.integration.item.LinkFilter;
import io.heronbridge.integration.item.LinkView;
import io.heronbridge.integration.reading.DriftRepair;
import io.heronbridge.integration.reading.ReadingRequests;
import io.heronbridge.integration.resendjob.ResendDesk;
import io.heronbridge.persistence.access.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
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
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /integration-links}. */
@Path("/integration-links")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.API_READ)
@Tag(name = "Integration links")
public class LinkResource {
  @EJB private LinkBoard board;
  @EJB private LinkResend resend;
  @EJB private LinkCancel cancel;
  @EJB private ResendDesk jobs;
  @EJB private ReadingRequests readings;
  @EJB private DriftRepair repair;
  @Context private HttpServletRequest request;

  /** The list's filters and place. */
  public static class Listing {
    @QueryParam("status")
    private String status;

    @QueryParam("integration_id")
    private String integrationId;

    @QueryParam("end_user_id")
    private String endUserId;

    @QueryParam("error_kind")
    private String errorKind;

    @QueryParam("import_id")
    private String importId;

    @QueryParam("resend_job_id")
    private String resendJobId;

    @QueryParam("limit")
    private String limit;

    @QueryParam("cursor")
    private String cursor;

    private LinkFilter filter() {
      return new LinkFilter(
          Query.text(status),
          Query.id("integration_id", integrationId),
          Query.text(endUserId),
          Query.text(errorKind),
          Optional.empty(),
          Query.id("import_id", importId),
          Query.id("resend_job_id", resendJobId));
    }
  }

  @GET
  @Operation(operationId = "listLinks", summary = "Lists integration links, newest first.")
  public Listed<LinkJson> list(@BeanParam Listing listing) {
    return Listed.of(
        board.links(
            listing.filter(),
            Query.text(listing.cursor),
            Query.limit(listing.limit),
            Callers.of(request)),
        LinkJson::of);
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getLink", summary = "One link with every attempt.")
  public LinkJson.WithAttempts get(@PathParam("id") String text) {
    UUID id = Query.pathId("integration link", text);
    LinkView link = board.link(id, Callers.of(request));
    return LinkJson.WithAttempts.of(LinkJson.of(link), board.attempts(id));
  }

  @POST
  @Path("/{id}/resend")
  @RolesAllowed(Role.Names.API_WRITE)
  @Operation(operationId = "resendLink", summary = "Tries a failed or waiting link now.")
  @APIResponseSchema(value = LinkJson.class, responseCode = "202")
  public Response resendOne(@PathParam("id") String text) {
    UUID id = Query.pathId("integration link", text);
    resend.resend(id, Callers.of(request));
    return Response.accepted(LinkJson.of(board.link(id, Callers.of(request)))).build();
  }

  @POST
  @Path("/{id}/cancel")
  @RolesAllowed(Role.Names.API_WRITE)
  @Operation(
      operationId = "cancelLink",
      summary = "Gives up a link that Heron never took. The bank stays connected at Plaid.")
  public LinkJson cancel(@PathParam("id") String text) {
    UUID id = Query.pathId("integration link", text);
    cancel.cancel(id, Callers.of(request));
    return LinkJson.of(board.link(id, Callers.of(request)));
  }

  @POST
  @Path("/{id}/read")
  @RolesAllowed(Role.Names.API_WRITE)
  @Operation(operationId = "readLink", summary = "Asks Heron and Plaid about a link soon.")
  @APIResponseSchema(value = LinkJson.class, responseCode = "202")
  public Response read(@PathParam("id") String text) {
    UUID id = Query.pathId("integration link", text);
    readings.readLink(id, Callers.of(request));
    return Response.accepted(LinkJson.of(board.link(id, Callers.of(request)))).build();
  }

  /** What a repair does. */
  @Schema(name = "Repair")
  public record RepairedJson(UUID id, String kind, String detail) {}

  @POST
  @Path("/{id}/repair")
  @RolesAllowed(Role.Names.API_WRITE)
  @Operation(operationId = "repairLink", summary = "Mends what drifted.")
  @APIResponseSchema(value = RepairedJson.class, responseCode = "202")
  public Response repair(@PathParam("id") String text) {
    UUID id = Query.pathId("integration link", text);
    DriftRepair.Repaired repaired = repair.repair(id, Callers.of(request));
    return Response.accepted(new RepairedJson(id, repaired.kind(), repaired.detail())).build();
  }

  /** A bulk resend and how many links match. */
  @Schema(name = "LinksResent")
  public record Resent(UUID jobId, long resent) {}

  @POST
  @Path("/resend")
  @RolesAllowed(Role.Names.API_WRITE)
  @Operation(
      operationId = "resendLinks",
      summary = "Resends all failed links that match, as a job.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Requests.ForResend.class)))
  @APIResponseSchema(value = Resent.class, responseCode = "202")
  public Response resendMatching(InputStream body) throws IOException {
    ResendDesk.Started job =
        jobs.startMatching(ResendForm.read(Fields.read(body)), Callers.of(request));
    return Response.accepted(new Resent(job.jobId(), job.links())).build();
  }
}
