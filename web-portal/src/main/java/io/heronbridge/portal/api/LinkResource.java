package io.heronbridge.portal.api;

import io.heronbridge.integration.integrationlink.LinkResend;
import io.heronbridge.integration.integrationlink.ResendJob;
import io.heronbridge.integration.item.LinkBoard;
import io.heronbridge.integration.item.LinkFilter;
import io.heronbridge.integration.item.LinkView;
import io.heronbridge.integration.reading.DriftRepair;
import io.heronbridge.integration.reading.ReadingRequests;
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
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;

/** {@code /integration-links}. */
@Path("/integration-links")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.API_READ)
public class LinkResource {
  private static final int WORD = 100;
  private static final int ID = 200;

  @EJB private LinkBoard board;
  @EJB private LinkResend resend;
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
          Query.id("import_id", importId));
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

  /** How many links a bulk resend covers. */
  public record Resent(UUID jobId, int resent) {}

  @POST
  @Path("/resend")
  @RolesAllowed(Role.Names.API_WRITE)
  public Response resendMatching(InputStream body) throws IOException {
    Fields fields = Fields.read(body);
    String status = fields.text("status", WORD);
    fields.checked("status", () -> requireFailed(status));
    String integration = fields.optionalText("integration_id", ID).orElse("");
    Optional<UUID> integrationId =
        fields.checked(
            "integration_id", () -> integration.isEmpty() ? null : UUID.fromString(integration));
    Optional<String> endUser = fields.optionalText("end_user_id", ID);
    Optional<String> errorKind = fields.optionalText("error_kind", WORD);
    String before = fields.optionalText("failed_before", WORD).orElse("");
    Optional<Instant> failedBefore = fields.checked("failed_before", () -> instant(before));
    fields.finish();
    LinkFilter filter =
        new LinkFilter(Optional.of(status), integrationId, endUser, errorKind, failedBefore);
    ResendJob job = resend.resendMatching(filter, Callers.of(request));
    return Response.accepted(new Resent(job.jobId(), job.resent())).build();
  }

  private static String requireFailed(String status) {
    if (!status.isEmpty() && !"failed".equals(status)) {
      throw new IllegalArgumentException("must be failed");
    }
    return status;
  }

  private static Instant instant(String text) {
    try {
      return text.isEmpty() ? null : Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("must be an RFC 3339 time in UTC", e);
    }
  }
}
