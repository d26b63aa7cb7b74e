package io.heronbridge.portal.api;

import io.heronbridge.integration.enduser.EndUserDirectory;
import io.heronbridge.integration.enduser.EndUserView;
import io.heronbridge.integration.item.ItemBoard;
import io.heronbridge.integration.item.ItemFilter;
import io.heronbridge.integration.problem.NotFoundException;
import io.heronbridge.integration.removal.EndUserErasure;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.enduser.EndUserId;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /end-users}. */
@Path("/end-users")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.API_READ)
@Tag(name = "End users")
public class EndUserResource {
  private static final int NAME = 128;
  private static final int ID = 200;
  private static final int MOST_ITEMS = 200;

  @EJB private EndUserDirectory directory;
  @EJB private EndUserErasure erasure;
  @EJB private ItemBoard items;
  @Context private HttpServletRequest request;

  /** An end user in a list. */
  @Schema(name = "EndUser")
  public record EndUserJson(String endUserId, Optional<String> name, Instant createdAt) {
    static EndUserJson of(EndUserView view) {
      return new EndUserJson(view.endUserId(), view.name(), view.createdAt());
    }
  }

  /** One end user with their items. */
  @Schema(name = "EndUserWithItems")
  public record EndUserWithItems(
      String endUserId, Optional<String> name, Instant createdAt, List<ItemJson> items) {}

  @GET
  @Operation(operationId = "listEndUsers", summary = "Lists end users in the order of their ids.")
  public Listed<EndUserJson> list(
      @QueryParam("query") String query,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor) {
    return Listed.of(
        directory.search(Query.text(query).orElse(""), Query.text(cursor), Query.limit(limit)),
        EndUserJson::of);
  }

  @POST
  @RolesAllowed(Role.Names.API_WRITE)
  @Operation(operationId = "createEndUser", summary = "Makes an end user known.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Requests.ForEndUser.class)))
  @APIResponseSchema(value = EndUserJson.class, responseCode = "201")
  public Response create(InputStream body) throws IOException {
    Fields fields = Fields.read(body);
    String text = fields.text("end_user_id", ID);
    Optional<EndUserId> id = fields.checked("end_user_id", () -> new EndUserId(text));
    Optional<String> name = fields.optionalText("name", NAME);
    fields.finish();
    EndUserView created = directory.create(id.orElseThrow(), name, Callers.of(request));
    return Response.status(Response.Status.CREATED).entity(EndUserJson.of(created)).build();
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getEndUser", summary = "One end user with their items.")
  public EndUserWithItems get(@PathParam("id") String text) {
    EndUserId id = Query.endUserId(text);
    EndUserView found =
        directory.find(id).orElseThrow(() -> new NotFoundException("end user " + id));
    ItemFilter theirs = new ItemFilter(Optional.empty(), Optional.empty(), Optional.of(id.value()));
    List<ItemJson> banks =
        items.items(theirs, Optional.empty(), MOST_ITEMS, Callers.of(request)).data().stream()
            .map(ItemJson::of)
            .toList();
    return new EndUserWithItems(found.endUserId(), found.name(), found.createdAt(), banks);
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed(Role.Names.API_WRITE)
  @Operation(operationId = "renameEndUser", summary = "Gives an end user another name.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Requests.ForEndUserChange.class)))
  public EndUserJson rename(@PathParam("id") String text, InputStream body) throws IOException {
    EndUserId id = Query.endUserId(text);
    Fields fields = Fields.read(body);
    Optional<String> name = fields.optionalText("name", NAME);
    fields.ignored("end_user_id");
    fields.finish();
    return EndUserJson.of(directory.rename(id, name, Callers.of(request)));
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Role.Names.API_WRITE)
  @Operation(
      operationId = "eraseEndUser",
      summary = "Disconnects every bank, then deletes the person's data.")
  public void erase(@PathParam("id") String text) {
    erasure.erase(Query.endUserId(text), Callers.of(request));
  }
}
