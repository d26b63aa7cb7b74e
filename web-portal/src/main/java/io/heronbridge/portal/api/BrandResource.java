package io.heronbridge.portal.api;

import io.heronbridge.integration.brand.BrandDraft;
import io.heronbridge.integration.brand.BrandSetup;
import io.heronbridge.integration.brand.BrandView;
import io.heronbridge.integration.settings.Settings;
import io.heronbridge.persistence.access.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /integrations/{id}/brand}: how the lender looks on the connect page. */
@Path("/integrations/{id}/brand")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.API_READ)
@Tag(name = "Integrations")
public class BrandResource {
  private static final int COLOUR = 7;

  /** More than a body holds: how large a picture may be is said of its bytes. */
  private static final int BASE64 = 1024 * 1024;

  @EJB private BrandSetup setup;
  @Inject private Settings settings;
  @Context private HttpServletRequest request;

  /** An integration's logo and colour. */
  @Schema(name = "Brand")
  public record BrandJson(Optional<String> colour, Optional<String> logoUrl) {}

  @GET
  @Operation(
      operationId = "getBrand",
      summary = "How the lender looks on the connect page; null where it looks as usual.")
  @APIResponseSchema(value = BrandJson.class, responseCode = "200")
  public Response get(@PathParam("id") String id) {
    return tagged(setup.get(id(id), Callers.of(request)));
  }

  @PUT
  @RolesAllowed(Role.Names.API_WRITE)
  @Operation(
      operationId = "replaceBrand",
      summary = "Sets the colour, and the logo when one is given; an absent logo stays.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Requests.ForBrand.class)))
  @APIResponseSchema(value = BrandJson.class, responseCode = "200")
  public Response replace(
      @PathParam("id") String id, @HeaderParam(IfMatch.HEADER) String ifMatch, InputStream body)
      throws IOException {
    Fields fields = Fields.read(body);
    Optional<String> colour = fields.optionalText("colour", COLOUR);
    Optional<String> text = fields.optionalText("logo", BASE64);
    Optional<byte[]> logo = text.flatMap(each -> fields.checked("logo", () -> bytes(each)));
    fields.finish();
    BrandDraft draft = new BrandDraft(colour, logo);
    return tagged(setup.replace(id(id), IfMatch.read(ifMatch), draft, Callers.of(request)));
  }

  private static byte[] bytes(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("must be a file in Base64", e);
    }
  }

  @DELETE
  @RolesAllowed(Role.Names.API_WRITE)
  @Operation(operationId = "deleteBrand", summary = "Forgets logo and colour.")
  public void delete(@PathParam("id") String id, @HeaderParam(IfMatch.HEADER) String ifMatch) {
    setup.clear(id(id), IfMatch.read(ifMatch), Callers.of(request));
  }

  private Response tagged(BrandView brand) {
    Optional<String> logo = brand.logo().map(path -> settings.publicUrl() + path);
    return Response.ok(new BrandJson(brand.colour(), logo))
        .header(HttpHeaders.ETAG, IfMatch.tag(brand.version()))
        .build();
  }

  private static UUID id(String text) {
    return Query.pathId("integration", text);
  }
}
