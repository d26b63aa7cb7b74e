package io.heronbridge.portal.trace;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/** Notes which operation of the API a request is for. */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class RouteFilter implements ContainerRequestFilter {
  private static final String ROOT = "/api/v1";

  @Context private ResourceInfo resource;
  @Context private HttpServletRequest servletRequest;

  @Override
  public void filter(ContainerRequestContext request) {
    if (resource.getResourceClass() != null && resource.getResourceMethod() != null) {
      Route.keep(
          servletRequest,
          Route.of(ROOT, resource.getResourceClass(), resource.getResourceMethod()));
    }
  }
}
