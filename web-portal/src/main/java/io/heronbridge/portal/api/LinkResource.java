package io.heronbridge.portal.api;

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

/** {@code /integration-links}. */
@Path("/integration-links")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.API_READ)
public class LinkResource {
  @EJB private LinkBoard board;
  @EJB private LinkResend resend;
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
  public LinkJson.WithAttempts get(@PathParam("id") String text) {
    UUID id = Query.pathId("integration link", text);
    LinkView link = board.link(id, Callers.of(request));
    return LinkJson.WithAttempts.of(LinkJson.of(link), board.attempts(id));
  }

  @POST
  @Path("/{id}/resend")
  @RolesAllowed(Role.Names.API_WRITE)
  public Response resendOne(@PathParam("id") String text) {
    UUID id = Query.pathId("integration link", text);
    resend.resend(id, Callers.of(request));
    return Response.accepted(LinkJson.of(board.link(id, Callers.of(request)))).build();
  }

  @POST
  @Path("/{id}/read")
  @RolesAllowed(Role.Names.API_WRITE)
  public Response read(@PathParam("id") String text) {
    UUID id = Query.pathId("integration link", text);
    readings.readLink(id, Callers.of(request));
    return Response.accepted(LinkJson.of(board.link(id, Callers.of(request)))).build();
  }

  /** What a repair does. */
  public record RepairedJson(UUID id, String kind, String detail) {}

  @POST
  @Path("/{id}/repair")
  @RolesAllowed(Role.Names.API_WRITE)
  public Response repair(@PathParam("id") String text) {
    UUID id = Query.pathId("integration link", text);
    DriftRepair.Repaired repaired = repair.repair(id, Callers.of(request));
    return Response.accepted(new RepairedJson(id, repaired.kind(), repaired.detail())).build();
  }

  /** A bulk resend and how many links match. */
  public record Resent(UUID jobId, long resent) {}

  @POST
  @Path("/resend")
  @RolesAllowed(Role.Names.API_WRITE)
  public Response resendMatching(InputStream body) throws IOException {
    ResendDesk.Started job =
        jobs.startMatching(ResendForm.read(Fields.read(body)), Callers.of(request));
    return Response.accepted(new Resent(job.jobId(), job.links())).build();
  }
}
