package io.heronbridge.portal.api;

import io.heronbridge.integration.item.ItemBoard;
import io.heronbridge.integration.item.ItemFilter;
import io.heronbridge.integration.link.ExchangeRequest;
import io.heronbridge.integration.link.IfKnown;
import io.heronbridge.integration.link.ItemAdoption;
import io.heronbridge.integration.link.PublicTokenExchange;
import io.heronbridge.integration.removal.ItemRemoval;
import io.heronbridge.integration.story.StoryBoard;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.item.ItemId;
import io.heronbridge.persistence.secret.Secret;
import io.heronbridge.portal.connect.LinkMetadata;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /items}. */
@Path("/items")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.API_READ)
@Tag(name = "Items")
public class ItemResource {
  private static final int ID = 200;
  private static final int TOKEN = 500;

  @EJB private ItemBoard board;
  @EJB private StoryBoard story;
  @EJB private PublicTokenExchange exchange;
  @EJB private ItemAdoption adoption;
  @EJB private ItemRemoval removal;
  @Context private HttpServletRequest request;

  @GET
  @Operation(operationId = "listItems", summary = "Lists items, newest first.")
  public Listed<ItemJson> list(
      @QueryParam("end_user_id") String endUserId,
      @QueryParam("status") String status,
      @QueryParam("integration_id") String integrationId,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor) {
    ItemFilter filter =
        new ItemFilter(
            Query.text(status), Query.id("integration_id", integrationId), Query.text(endUserId));
    return Listed.of(
        board.items(filter, Query.text(cursor), Query.limit(limit), Callers.of(request)),
        ItemJson::of);
  }

  @GET
  @Path("/{item_id}")
  @Operation(operationId = "getItem", summary = "One item with its link.")
  public ItemJson get(@PathParam("item_id") String id) {
    return ItemJson.of(board.item(Query.itemId(id), Callers.of(request)));
  }

  /** Everything that happened to an item, newest first. */
  @GET
  @Path("/{item_id}/timeline")
  @Operation(
      operationId = "getItemTimeline",
      summary = "Everything that happened to an item, newest first.")
  public Listed<TimelineJson> timeline(
      @PathParam("item_id") String id,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor) {
    return Listed.of(
        story.timeline(
            Query.itemId(id), Query.text(cursor), Query.limit(limit), Callers.of(request)),
        TimelineJson::of);
  }

  @POST
  @Path("/exchange")
  @Resumable
  @RolesAllowed(Role.Names.API_WRITE)
  @Operation(
      operationId = "exchangePublicToken",
      summary = "Exchanges a public token and submits the item to Heron.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Requests.ForExchange.class)))
  @APIResponse(
      responseCode = "200",
      description = "This public token was exchanged before.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ItemJson.class)))
  @APIResponseSchema(value = ItemJson.class, responseCode = "201")
  public Response exchange(InputStream body) throws IOException {
    Fields fields = Fields.read(body);
    Person person = Person.read(fields);
    String token = fields.text("public_token", TOKEN);
    Optional<Secret> publicToken = fields.checked("public_token", () -> new Secret(token));
    LinkMetadata metadata = LinkMetadata.of(fields.foreignObject("metadata"));
    boolean allowDuplicate = fields.flag("allow_duplicate");
    String old = fields.optionalText("replace_item_id", ID).orElse("");
    Optional<ItemId> replaced =
        fields.checked("replace_item_id", () -> old.isEmpty() ? null : new ItemId(old));
    fields.finish();
    return ExchangeAnswer.to(
        exchange.exchange(
            new ExchangeRequest(
                person.integration(),
                person.endUser(),
                person.name(),
                publicToken.orElseThrow(),
                metadata.bank(),
                metadata.sessionId(),
                replaced
                    .map(IfKnown::replace)
                    .orElse(allowDuplicate ? IfKnown.connectTwice() : IfKnown.ask()),
                Optional.empty()),
            Callers.of(request)));
  }

  @POST
  @RolesAllowed(Role.Names.API_WRITE)
  @Operation(operationId = "adoptItem", summary = "Brings in an item that was connected elsewhere.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Requests.ForItem.class)))
  @APIResponse(
      responseCode = "200",
      description = "We had the item before.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ItemJson.class)))
  @APIResponseSchema(value = ItemJson.class, responseCode = "201")
  public Response adopt(InputStream body) throws IOException {
    Fields fields = Fields.read(body);
    Person person = Person.read(fields);
    String item = fields.text("item_id", ID);
    Optional<ItemId> itemId = fields.checked("item_id", () -> new ItemId(item));
    String token = fields.text("access_token", TOKEN);
    Optional<Secret> accessToken = fields.checked("access_token", () -> new Secret(token));
    boolean updateWebhook = fields.flag("update_webhook");
    fields.finish();
    ItemAdoption.Adopted adopted =
        adoption.adopt(
            new ItemAdoption.Foundling(
                person.integration(),
                person.endUser(),
                person.name(),
                itemId.orElseThrow(),
                accessToken.orElseThrow(),
                updateWebhook),
            Callers.of(request));
    return Response.status(adopted.isNew() ? Response.Status.CREATED : Response.Status.OK)
        .entity(ItemJson.of(adopted.item()))
        .build();
  }

  @DELETE
  @Path("/{item_id}")
  @RolesAllowed(Role.Names.API_WRITE)
  @Operation(operationId = "removeItem", summary = "Disconnects an item at Plaid.")
  public void remove(@PathParam("item_id") String id) {
    removal.remove(Query.itemId(id), Callers.of(request));
  }
}
