package io.heronbridge.portal.api;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.listing.Page;
import io.heronbridge.integration.reading.ReadingRequests;
import io.heronbridge.integration.setup.CheckResult;
import io.heronbridge.integration.setup.IntegrationCheck;
import io.heronbridge.integration.setup.IntegrationSetup;
import io.heronbridge.integration.setup.IntegrationView;
import io.heronbridge.persistence.access.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** {@code /integrations}. */
@Path("/integrations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.API_READ)
public class IntegrationResource {
  private static final int LONGEST_REASON = 500;

  @EJB private IntegrationSetup setup;
  @EJB private IntegrationCheck check;
  @EJB private ReadingRequests readings;
  @Context private HttpServletRequest request;

  @GET
  public Listed<IntegrationJson> list(
      @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
    int most = Query.limit(limit);
    Optional<String> after = Query.text(cursor);
    List<IntegrationView> rest =
        setup.list(Callers.of(request)).stream()
            .dropWhile(each -> after.isPresent() && !each.id().toString().equals(after.get()))
            .skip(after.isPresent() ? 1 : 0)
            .toList();
    List<IntegrationView> shown = rest.subList(0, Math.min(most, rest.size()));
    Optional<String> next =
        rest.size() > most ? Optional.of(shown.get(most - 1).id().toString()) : Optional.empty();
    return Listed.of(new Page<>(shown, next), IntegrationJson::of);
  }

  @POST
  @RolesAllowed(Role.Names.API_WRITE)
  public Response create(InputStream body) throws IOException {
    Caller caller = Callers.of(request);
    if (!caller.integrations().isEmpty()) {
      throw new ForbiddenException("a key for some integrations would not see the new one");
    }
    IntegrationView created = setup.create(IntegrationForm.read(Fields.read(body)), caller);
    return Response.status(Response.Status.CREATED).entity(IntegrationJson.of(created)).build();
  }

  @GET
  @Path("/{id}")
  public IntegrationJson get(@PathParam("id") String id) {
    return IntegrationJson.of(setup.get(id(id), Callers.of(request)));
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed(Role.Names.API_WRITE)
  public IntegrationJson replace(@PathParam("id") String id, InputStream body) throws IOException {
    return IntegrationJson.of(
        setup.replace(id(id), IntegrationForm.readBack(Fields.read(body)), Callers.of(request)));
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Role.Names.API_WRITE)
  public void delete(@PathParam("id") String id) {
    setup.delete(id(id), Callers.of(request));
  }

  @POST
  @Path("/{id}/pause")
  @RolesAllowed(Role.Names.API_WRITE)
  public IntegrationJson pause(@PathParam("id") String id, InputStream body) throws IOException {
    setup.pause(id(id), reason(body), Callers.of(request));
    return get(id);
  }

  private static String reason(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(LONGEST_REASON * 8);
    if (bytes.length == 0) {
      return "Paused through the API.";
    }
    Fields fields = Fields.read(new java.io.ByteArrayInputStream(bytes));
    String reason = fields.optionalText("reason", LONGEST_REASON).orElse("Paused through the API.");
    fields.finish();
    return reason;
  }

  @POST
  @Path("/{id}/resume")
  @RolesAllowed(Role.Names.API_WRITE)
  public IntegrationJson resume(@PathParam("id") String id) {
    setup.resume(id(id), Callers.of(request));
    return get(id);
  }

  @POST
  @Path("/{id}/check")
  @RolesAllowed(Role.Names.API_WRITE)
  public CheckResult check(@PathParam("id") String id) {
    return check.check(id(id), Callers.of(request));
  }

  /** How many links a reconciliation reads. */
  public record Reconciled(int links) {}

  @POST
  @Path("/{id}/reconcile")
  @RolesAllowed(Role.Names.API_WRITE)
  public Response reconcile(@PathParam("id") String id) {
    int links = readings.readIntegration(id(id), Callers.of(request)).links();
    return Response.accepted(new Reconciled(links)).build();
  }

  private static UUID id(String text) {
    return Query.pathId("integration", text);
  }
}
