package io.heronbridge.portal.api;

import io.heronbridge.integration.callback.CallbackBoard;
import io.heronbridge.integration.callback.CallbackDetail;
import io.heronbridge.integration.callback.CallbackView;
import io.heronbridge.persistence.access.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /heron-callbacks}: Heron's own webhooks, not the door they come in by. */
@Path("/heron-callbacks")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.API_READ)
@Tag(name = "Webhooks")
public class CallbackResource {
  @EJB private CallbackBoard board;
  @Context private HttpServletRequest request;

  /** A callback in an answer; the payload is there when one callback is asked for. */
  @Schema(name = "HeronCallback")
  public record CallbackJson(
      UUID id,
      UUID integrationId,
      Optional<String> topic,
      Optional<String> itemId,
      Optional<String> endUserId,
      Instant receivedAt,
      int linksMarked,
      String effect,
      String bodySha256,
      Optional<String> payload) {
    static CallbackJson of(CallbackView view) {
      return of(view, Optional.empty());
    }

    static CallbackJson of(CallbackDetail detail) {
      return of(detail.callback(), Optional.of(detail.payload()));
    }

    private static CallbackJson of(CallbackView view, Optional<String> payload) {
      return new CallbackJson(
          view.id(),
          view.integrationId(),
          view.topic(),
          view.itemId(),
          view.endUserId(),
          view.receivedAt(),
          view.linksMarked(),
          view.effect(),
          view.bodySha256(),
          payload);
    }
  }

  @GET
  @Operation(
      operationId = "listHeronCallbacks",
      summary = "Lists Heron's own webhooks, newest first.")
  public Listed<CallbackJson> list(
      @QueryParam("integration_id") String integrationId,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor) {
    return Listed.of(
        board.callbacks(
            Query.id("integration_id", integrationId),
            Query.text(cursor),
            Query.limit(limit),
            Callers.of(request)),
        CallbackJson::of);
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getHeronCallback", summary = "One webhook of Heron's with its payload.")
  public CallbackJson get(@PathParam("id") String id) {
    return CallbackJson.of(board.detail(Query.pathId("callback", id), Callers.of(request)));
  }
}
