package io.heronbridge.portal.api;

import io.heronbridge.integration.lenderevent.EventBoard;
import io.heronbridge.integration.lenderevent.EventFilter;
import io.heronbridge.integration.lenderevent.EventResend;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /events}: what lenders' backends were told. */
@Path("/events")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.API_READ)
@Tag(name = "Events")
public class EventResource {
  @EJB private EventBoard board;
  @EJB private EventResend resend;
  @Context private HttpServletRequest request;

  /** The list's filters and place. */
  public static class Listing {
    @QueryParam("item_id")
    private String itemId;

    @QueryParam("status")
    private String status;

    @QueryParam("type")
    private String type;

    @QueryParam("integration_id")
    private String integrationId;

    @QueryParam("limit")
    private String limit;

    @QueryParam("cursor")
    private String cursor;

    private EventFilter filter() {
      return new EventFilter(
          Query.text(itemId),
          Query.text(status),
          Query.text(type),
          Query.id("integration_id", integrationId));
    }
  }

  @GET
  @Operation(operationId = "listEvents", summary = "Lists events, newest first.")
  public Listed<EventJson> list(@BeanParam Listing listing) {
    return Listed.of(
        board.events(
            listing.filter(),
            Query.text(listing.cursor),
            Query.limit(listing.limit),
            Callers.of(request)),
        EventJson::of);
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getEvent", summary = "One event with its payload and every attempt.")
  public EventJson.WithContent get(@PathParam("id") String text) {
    UUID id = Query.pathId("event", text);
    return EventJson.WithContent.of(board.event(id, Callers.of(request)), board.attempts(id));
  }

  @POST
  @Path("/{id}/resend")
  @RolesAllowed(Role.Names.API_WRITE)
  @Operation(operationId = "resendEvent", summary = "Sends an event again, under the same id.")
  @APIResponseSchema(value = EventJson.class, responseCode = "202")
  public Response resend(@PathParam("id") String text) {
    UUID id = Query.pathId("event", text);
    resend.resend(id, Callers.of(request));
    return Response.accepted(EventJson.of(board.event(id, Callers.of(request)))).build();
  }
}
