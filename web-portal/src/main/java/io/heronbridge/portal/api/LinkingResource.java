package io.heronbridge.portal.api;

import io.heronbridge.integration.link.HostedLink;
import io.heronbridge.integration.link.HostedLinkRequest;
import io.heronbridge.integration.link.HostedLinks;
import io.heronbridge.integration.link.LinkTokenIssuer;
import io.heronbridge.integration.link.LinkTokenRequest;
import io.heronbridge.integration.link.LinkTokenView;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.item.ItemId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /link-sessions} and {@code /link-tokens}: the two ways into Plaid Link. */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.API_WRITE)
@Tag(name = "Linking")
public class LinkingResource {
  private static final int ID = 200;
  private static final int URL = 2000;

  @EJB private HostedLinks hostedLinks;
  @EJB private LinkTokenIssuer issuer;
  @Context private HttpServletRequest request;

  /** A hosted link. */
  @Schema(name = "HostedLink")
  public record HostedLinkJson(UUID id, String url, Instant expiresAt) {}

  @POST
  @Path("/link-sessions")
  @Operation(operationId = "createLinkSession", summary = "Makes a hosted link.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Requests.ForLinkSession.class)))
  @APIResponseSchema(value = HostedLinkJson.class, responseCode = "201")
  public Response openSession(InputStream body) throws IOException {
    Fields fields = Fields.read(body);
    Person person = Person.read(fields);
    Optional<String> returnUrl = fields.optionalText("return_url", URL);
    Optional<Integer> expiresIn = fields.number("expires_in");
    fields.finish();
    HostedLink link =
        hostedLinks.create(
            new HostedLinkRequest(
                person.integration(),
                person.endUser(),
                person.name(),
                returnUrl,
                expiresIn.map(Duration::ofSeconds)),
            Callers.of(request));
    return Response.status(Response.Status.CREATED)
        .entity(new HostedLinkJson(link.id(), link.url(), link.expiresAt()))
        .build();
  }

  /** A link token. */
  @Schema(name = "LinkToken")
  public record LinkTokenJson(String linkToken, Instant expiration) {}

  @POST
  @Path("/link-tokens")
  @Operation(operationId = "createLinkToken", summary = "Makes a link token for Plaid Link.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Requests.ForLinkToken.class)))
  @APIResponseSchema(value = LinkTokenJson.class, responseCode = "201")
  public Response issueToken(InputStream body) throws IOException {
    Fields fields = Fields.read(body);
    Person person = Person.read(fields);
    String item = fields.optionalText("item_id", ID).orElse("");
    Optional<ItemId> itemId =
        fields.checked("item_id", () -> item.isEmpty() ? null : new ItemId(item));
    boolean accountSelection = fields.flag("account_selection");
    fields.finish();
    LinkTokenView token =
        issuer.issue(
            new LinkTokenRequest(
                person.integration(), person.endUser(), person.name(), itemId, accountSelection),
            Callers.of(request));
    return Response.status(Response.Status.CREATED)
        .entity(new LinkTokenJson(token.linkToken(), token.expiration()))
        .build();
  }
}
