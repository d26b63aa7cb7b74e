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
import java.util.Optional;
import java.util.UUID;

/** {@code /integrations/{id}/heron-integrations}: what Heron has, and making one more there. */
@Path("/integrations/{id}/heron-integrations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.API_WRITE)
public class HeronIntegrationResource {
  private static final int NAME = 200;

  @EJB private HeronChoice choice;
  @EJB private IntegrationSetup setup;
  @Context private HttpServletRequest request;

  @GET
  public Listed<HeronOffer> list(@PathParam("id") String id) {
    return new Listed<>(choice.offers(id(id), Callers.of(request)), Optional.empty());
  }

  @POST
  public Response create(@PathParam("id") String id, InputStream body) throws IOException {
    Fields fields = Fields.read(body);
    String name = fields.text("name", NAME);
    boolean choose = fields.flag("choose");
    fields.finish();
    HeronOffer made = choice.create(id(id), name, choose, Callers.of(request));
    return Response.status(Response.Status.CREATED).entity(made).build();
  }

  /** Sends links to this one from now on. */
  @POST
  @Path("/{heron_id}/choose")
  public IntegrationJson choose(@PathParam("id") String id, @PathParam("heron_id") String heronId) {
    choice.choose(id(id), heronId, Callers.of(request));
    return IntegrationJson.of(setup.get(id(id), Callers.of(request)));
  }

  private static UUID id(String text) {
    return Query.pathId("integration", text);
  }
}
