package io.heronbridge.portal.api;

import io.heronbridge.integration.reading.DriftBoard;
import io.heronbridge.integration.reading.DriftFilter;
import io.heronbridge.integration.reading.DriftView;
import io.heronbridge.persistence.access.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /drift}. */
@Path("/drift")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.API_READ)
@Tag(name = "Drift")
public class DriftResource {
  @EJB private DriftBoard board;

  @Context private HttpServletRequest request;

  /** One thing in which Heron or Plaid disagree with us. */
  @Schema(name = "Drift")
  public record DriftJson(
      String kind,
      Optional<UUID> integrationLinkId,
      String itemId,
      UUID integrationId,
      String endUserId,
      String here,
      Optional<String> atHeron,
      Optional<String> atPlaid,
      Optional<Instant> heronReadAt,
      Optional<Instant> plaidReadAt,
      String cause,
      boolean repairable,
      String advice) {
    static DriftJson of(DriftView view) {
      return new DriftJson(
          view.kind(),
          view.linkId(),
          view.itemId(),
          view.integrationId(),
          view.endUserId(),
          view.here(),
          view.atHeron(),
          view.atPlaid(),
          view.heronReadAt(),
          view.plaidReadAt(),
          view.cause(),
          view.repair().isPresent(),
          view.advice());
    }
  }

  @GET
  @Operation(
      operationId = "listDrift",
      summary = "In what Heron or Plaid disagree with us, newest first.")
  public Listed<DriftJson> list(
      @QueryParam("kind") String kind,
      @QueryParam("integration_id") String integrationId,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor) {
    DriftFilter filter =
        new DriftFilter(Query.text(kind), Query.id("integration_id", integrationId));
    return Listed.of(
        board.drift(filter, Query.text(cursor), Query.limit(limit), Callers.of(request)),
        DriftJson::of);
  }
}
