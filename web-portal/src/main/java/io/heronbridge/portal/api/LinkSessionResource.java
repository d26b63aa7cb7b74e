package io.heronbridge.portal.api;

import io.heronbridge.integration.link.LinkSessionDesk;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /link-sessions/{id}}: what became of a hosted link, and withdrawing it. */
@Path("/link-sessions/{id}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.API_READ)
@Tag(name = "Linking")
public class LinkSessionResource {
  private static final String NOUN = "link session";

  @EJB private LinkSessionDesk desk;
  @Context private HttpServletRequest request;

  @GET
  @Operation(operationId = "getLinkSession", summary = "What became of a hosted link.")
  public LinkSessionJson get(@PathParam("id") String id) {
    return LinkSessionJson.of(desk.find(Query.pathId(NOUN, id), Callers.of(request)));
  }

  @POST
  @Path("/revoke")
  @RolesAllowed(Role.Names.API_WRITE)
  @Operation(operationId = "revokeLinkSession", summary = "Withdraws a hosted link.")
  public LinkSessionJson revoke(@PathParam("id") String id) {
    return LinkSessionJson.of(desk.revoke(Query.pathId(NOUN, id), Callers.of(request)));
  }
}
