package io.heronbridge.portal.api;

import io.heronbridge.integration.repetition.Beginning;
import io.heronbridge.integration.repetition.RepetitionDesk;
import io.heronbridge.portal.session.CurrentCaller;
import jakarta.annotation.Priority;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;

/**
 * Lets a POST with an Idempotency-Key through once, and answers those after it as the first. A
 * repetition that comes while the first is being worked on is told to wait, or let through where
 * the operation itself waits.
 */
@Provider
@ApplicationScoped
@Priority(Priorities.USER)
public class RepetitionFilter implements ContainerRequestFilter {
  private static final Duration SOON = Duration.ofSeconds(2);

  @EJB private RepetitionDesk desk;
  @Context private HttpServletRequest servletRequest;
  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    if (!HttpMethod.POST.equals(request.getMethod())) {
      return;
    }
    Optional<IdempotencyKey> key =
        IdempotencyKey.read(request.getHeaderString(IdempotencyKey.HEADER));
    if (key.isEmpty()) {
      return;
    }
    byte[] scope =
        key.get()
            .scope(
                CurrentCaller.keyIdOf(servletRequest).orElseThrow(),
                request.getUriInfo().getPath());
    FingerprintedBody body =
        new FingerprintedBody(
            servletRequest.getQueryString(),
            request.getEntityStream(),
            servletRequest.getContentLengthLong());
    Beginning beginning = desk.begin(scope, body.fingerprint());
    if (beginning instanceof Beginning.Begun begun) {
      CallUnderWay call = new CallUnderWay(desk, begun, body, CallUnderWay.WAITS);
      request.setEntityStream(body.stream(call::goOn));
      request.setProperty(CallUnderWay.PROPERTY, call);
      return;
    }
    if (beginning instanceof Beginning.UnderWay && isResumable()) {
      // The answer to the first is the one that will be kept.
      request.setEntityStream(body.stream(() -> {}));
      return;
    }
    request.abortWith(answer(beginning, body));
  }

  private boolean isResumable() {
    return resource.getResourceMethod().isAnnotationPresent(Resumable.class);
  }

  private static Response answer(Beginning beginning, FingerprintedBody body) {
    if (beginning instanceof Beginning.UnderWay) {
      return Problem.of(
              409,
              "Under way",
              "A call with this Idempotency-Key is being worked on. Ask again for its answer.")
          .retryAfter(SOON)
          .response();
    }
    if (beginning instanceof Beginning.Answered answered && isOf(answered, body)) {
      return KeptAnswer.read(answered.answer()).again();
    }
    return Problem.of(
            422,
            "Another request",
            "This Idempotency-Key was used for another request within the last 24 hours.")
        .response();
  }

  private static boolean isOf(Beginning.Answered answered, FingerprintedBody body) {
    return body.fingerprintAtTheEnd()
        .filter(fingerprint -> MessageDigest.isEqual(fingerprint, answered.fingerprint()))
        .isPresent();
  }
}
