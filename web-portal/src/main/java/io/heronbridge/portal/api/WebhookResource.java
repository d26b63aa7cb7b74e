package io.heronbridge.portal.api;

import io.heronbridge.integration.relay.WebhookBoard;
import io.heronbridge.integration.relay.WebhookDetail;
import io.heronbridge.integration.relay.WebhookFilter;
import io.heronbridge.integration.relay.WebhookResend;
import io.heronbridge.integration.relay.WebhookView;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /webhooks}: those seen, not the door they come in by. */
@Path("/webhooks")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.API_READ)
@Tag(name = "Webhooks")
public class WebhookResource {
  @EJB private WebhookBoard board;
  @EJB private WebhookResend resend;
  @Context private HttpServletRequest request;

  /** A webhook in an answer. */
  @Schema(name = "Webhook")
  public record WebhookJson(
      UUID id,
      UUID integrationId,
      Optional<String> itemId,
      Optional<String> webhookType,
      Optional<String> webhookCode,
      String status,
      Optional<String> reason,
      int attempts,
      Instant signedAt,
      Instant receivedAt,
      Optional<Instant> deliveredAt,
      String bodySha256) {
    static WebhookJson of(WebhookView view) {
      return new WebhookJson(
          view.id(),
          view.integrationId(),
          view.itemId(),
          view.type(),
          view.code(),
          view.status(),
          view.reason(),
          view.attempts(),
          view.signedAt(),
          view.receivedAt(),
          view.deliveredAt(),
          view.bodySha256());
    }
  }

  /** A webhook with its content and every attempt to relay it. */
  @Schema(name = "WebhookWithContent")
  public record WebhookWithContent(
      UUID id,
      UUID integrationId,
      Optional<String> itemId,
      Optional<String> webhookType,
      Optional<String> webhookCode,
      String status,
      Optional<String> reason,
      int attempts,
      Instant signedAt,
      Instant receivedAt,
      Optional<Instant> deliveredAt,
      String bodySha256,
      String payload,
      List<String> headers,
      List<LinkJson.AttemptJson> attemptsLog) {
    static WebhookWithContent of(WebhookDetail detail, List<LinkJson.AttemptJson> attempts) {
      WebhookView view = detail.webhook();
      return new WebhookWithContent(
          view.id(),
          view.integrationId(),
          view.itemId(),
          view.type(),
          view.code(),
          view.status(),
          view.reason(),
          view.attempts(),
          view.signedAt(),
          view.receivedAt(),
          view.deliveredAt(),
          view.bodySha256(),
          detail.payload(),
          detail.headers(),
          attempts);
    }
  }

  /** What a resend does. */
  @Schema(name = "WebhookResent")
  public record Resent(UUID id, String status, String detail) {}

  @GET
  @Operation(operationId = "listWebhooks", summary = "Lists Plaid's webhooks, newest first.")
  public Listed<WebhookJson> list(
      @QueryParam("item_id") String itemId,
      @QueryParam("status") String status,
      @QueryParam("integration_id") String integrationId,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor) {
    WebhookFilter filter =
        new WebhookFilter(
            Query.text(itemId), Query.text(status), Query.id("integration_id", integrationId));
    return Listed.of(
        board.webhooks(filter, Query.text(cursor), Query.limit(limit), Callers.of(request)),
        WebhookJson::of);
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getWebhook",
      summary = "One webhook with its payload and every attempt.")
  public WebhookWithContent get(@PathParam("id") String text) {
    UUID id = Query.pathId("webhook", text);
    WebhookDetail detail = board.detail(id, Callers.of(request));
    return WebhookWithContent.of(
        detail, board.attempts(id).stream().map(LinkJson.AttemptJson::of).toList());
  }

  @POST
  @Path("/{id}/resend")
  @RolesAllowed(Role.Names.API_WRITE)
  @Operation(
      operationId = "resendWebhook",
      summary = "Relays a webhook again, or has its link refreshed.")
  @APIResponseSchema(value = Resent.class, responseCode = "202")
  public Response resend(@PathParam("id") String text) {
    UUID id = Query.pathId("webhook", text);
    String what = resend.resend(id, Callers.of(request));
    String status = board.webhook(id, Callers.of(request)).status();
    return Response.accepted(new Resent(id, status, what)).build();
  }
}
