package io.heronbridge.portal.api;

import io.heronbridge.integration.settings.Settings;
import io.heronbridge.portal.session.CurrentCaller;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.Optional;

/** Turns away an API key that has used up its minute, and tells every other how it stands. */
@Provider
@PreMatching
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION)
public class QuotaFilter implements ContainerRequestFilter, ContainerResponseFilter {
  private static final String PROPERTY = CallQuota.Standing.class.getName();

  @Inject Settings settings;
  @Context private HttpServletRequest servletRequest;

  private CallQuota quota;

  @PostConstruct
  void prepare() {
    quota = new CallQuota(settings.apiRequestsPerMinute());
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Optional<String> keyId = CurrentCaller.keyIdOf(servletRequest);
    if (!quota.isLimited() || keyId.isEmpty()) {
      return;
    }
    CallQuota.Standing standing = quota.call(keyId.get(), System.nanoTime());
    request.setProperty(PROPERTY, standing);
    if (!standing.isAllowed()) {
      request.abortWith(
          Problem.of(
                  429,
                  "Too many requests",
                  "This API key may make " + quota.most() + " requests a minute.")
              .retryAfter(Duration.ofSeconds(seconds(standing)))
              .response());
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(PROPERTY) instanceof CallQuota.Standing standing) {
      response
          .getHeaders()
          .putSingle(
              "RateLimit-Policy",
              "\"minute\";q=%d;w=%d".formatted(quota.most(), CallQuota.WINDOW.toSeconds()));
      response
          .getHeaders()
          .putSingle(
              "RateLimit",
              "\"minute\";r=%d;t=%d".formatted(standing.remaining(), seconds(standing)));
    }
  }

  /** Rounded up: who comes back then is let in. */
  private static long seconds(CallQuota.Standing standing) {
    return standing.reset().plusSeconds(1).minusNanos(1).toSeconds();
  }
}
