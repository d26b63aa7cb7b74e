package io.heronbridge.portal.api;

import io.heronbridge.integration.lenderevent.EndpointSetup;
import io.heronbridge.persistence.access.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
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

/** {@code /integrations/{id}/events}: where a lender's backend hears of what happens. */
@Path("/integrations/{id}/events")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.API_READ)
@Tag(name = "Events")
public class EndpointResource {
  private static final int URL = 2000;
  private static final int TYPES = 10;

  @EJB private EndpointSetup setup;
  @Context private HttpServletRequest request;

  @GET
  @Operation(operationId = "getIntegrationEvents", summary = "Where events go, and which.")
  public EndpointJson get(@PathParam("id") String id) {
    return EndpointJson.of(setup.get(id(id), Callers.of(request)), Optional.empty());
  }

  @PUT
  @RolesAllowed(Role.Names.API_WRITE)
  @Operation(
      operationId = "setIntegrationEvents",
      summary = "Switches events on, or changes them; the first time a secret is made.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Requests.ForEvents.class)))
  @APIResponseSchema(value = EndpointJson.class, responseCode = "200")
  public Response set(@PathParam("id") String id, InputStream body) throws IOException {
    Fields fields = Fields.read(body);
    String url = fields.text("url", URL);
    List<String> types = fields.texts("types", TYPES).orElse(List.of());
    fields.finish();
    return told(setup.set(id(id), url, types, Callers.of(request)));
  }

  /** What may hold a secret is for nobody's cache. */
  private static Response told(EndpointSetup.Changed changed) {
    CacheControl once = new CacheControl();
    once.setNoStore(true);
    return Response.ok(EndpointJson.of(changed)).cacheControl(once).build();
  }

  @DELETE
  @RolesAllowed(Role.Names.API_WRITE)
  @Operation(
      operationId = "switchIntegrationEventsOff",
      summary = "Sends no more events; what waits is cancelled.")
  @APIResponseSchema(value = EndpointJson.class, responseCode = "200")
  public Response switchOff(@PathParam("id") String id) {
    return Response.ok(
            EndpointJson.of(setup.switchOff(id(id), Callers.of(request)), Optional.empty()))
        .build();
  }

  @POST
  @Path("/rotate")
  @RolesAllowed(Role.Names.API_WRITE)
  @Operation(
      operationId = "rotateEventsSecret",
      summary = "Makes another secret; for 24 hours both sign.",
      description =
          "Answered with 409 while the secret before the present one still signs, unless forced: that"
              + " secret ends at once then.")
  @APIResponseSchema(value = EndpointJson.class, responseCode = "200")
  public Response rotate(@PathParam("id") String id, @QueryParam("force") String force) {
    return told(setup.rotate(id(id), Query.flag("force", force), Callers.of(request)));
  }

  /** The event that is sent. */
  @Schema(name = "TestEvent")
  public record Sent(UUID id) {}

  @POST
  @Path("/test")
  @RolesAllowed(Role.Names.API_WRITE)
  @Operation(operationId = "sendTestEvent", summary = "Sends an event of which nothing follows.")
  @APIResponseSchema(value = Sent.class, responseCode = "202")
  public Response test(@PathParam("id") String id) {
    return Response.accepted(new Sent(setup.test(id(id), Callers.of(request)))).build();
  }

  private static UUID id(String text) {
    return Query.pathId("integration", text);
  }
}
