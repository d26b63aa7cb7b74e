package io.heronbridge.portal.api;

import io.heronbridge.integration.setup.HeronChoice;
import io.heronbridge.integration.setup.HeronOffer;
import io.heronbridge.integration.setup.IntegrationSetup;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /integrations/{id}/heron-integrations}: what Heron has, and making one more there. */
@Path("/integrations/{id}/heron-integrations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.API_WRITE)
@Tag(name = "Integrations")
public class HeronIntegrationResource {
  private static final int NAME = 200;

  @EJB private HeronChoice choice;
  @EJB private IntegrationSetup setup;
  @Context private HttpServletRequest request;

  /** All of them, in one page. */
  @Schema(name = "HeronIntegrationList")
  public record Offers(List<HeronOfferJson> data, Optional<String> nextCursor) {}

  @GET
  @Operation(operationId = "listHeronIntegrations", summary = "What Heron has for the stored key.")
  @APIResponse(responseCode = "403", description = "The API key may only read.")
  @APIResponse(responseCode = "502", description = "Heron refuses the integration's key.")
  @APIResponseSchema(value = Offers.class, responseCode = "200")
  public Offers list(@PathParam("id") String id) {
    return new Offers(
        choice.offers(id(id), Callers.of(request)).stream().map(HeronOfferJson::of).toList(),
        Optional.empty());
  }

  @POST
  @Operation(operationId = "createHeronIntegration", summary = "Makes an integration at Heron.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Requests.ForHeronIntegration.class)))
  @APIResponseSchema(value = HeronOfferJson.class, responseCode = "201")
  public Response create(@PathParam("id") String id, InputStream body) throws IOException {
    Fields fields = Fields.read(body);
    String name = fields.text("name", NAME);
    boolean choose = fields.flag("choose");
    fields.finish();
    HeronOffer made = choice.create(id(id), name, choose, Callers.of(request));
    return Response.status(Response.Status.CREATED).entity(HeronOfferJson.of(made)).build();
  }

  /** Sends links to this one from now on. */
  @POST
  @Path("/{heron_id}/choose")
  @Operation(
      operationId = "chooseHeronIntegration",
      summary = "Sends links to this one from now on.")
  @APIResponseSchema(value = IntegrationJson.class, responseCode = "200")
  public Response choose(@PathParam("id") String id, @PathParam("heron_id") String heronId) {
    choice.choose(id(id), heronId, Callers.of(request));
    return IntegrationResource.tagged(Response.ok(), setup.get(id(id), Callers.of(request)));
  }

  private static UUID id(String text) {
    return Query.pathId("integration", text);
  }
}
