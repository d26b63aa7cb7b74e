package io.heronbridge.portal.trace;

import io.heronbridge.integration.trace.CurrentTrace;
import io.heronbridge.integration.trace.CurrentTrace.Scope;
import io.heronbridge.integration.trace.Span;
import io.heronbridge.integration.trace.SpanKind;
import io.heronbridge.integration.trace.TraceContext;
import io.heronbridge.integration.trace.Tracer;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gives every request its place in a trace. It is the first of the filters, see web.xml. Only the
 * API goes on in its caller's trace: of everybody else nobody knows who they are.
 */
public class TraceFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String PLACE = TraceContext.class.getName();

  /** Asked for all day long by machines and browsers; nobody looks for one of these. */
  private static final List<String> QUIET = List.of("/assets/", "/webjars/", "/health", "/metrics");

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");
  private static final int FIRST_FAILURE = 500;

  @Inject transient Tracer tracer;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (QUIET.stream().anyMatch(request.getRequestURI()::startsWith)) {
      chain.doFilter(request, response);
      return;
    }
    if (request.getAttribute(PLACE) instanceof TraceContext begun) {
      goOn(begun, request, response, chain);
      return;
    }
    Span span = tracer.begin(SpanKind.SERVER, "request", caller(request));
    request.setAttribute(PLACE, span.context());
    boolean isDone = false;
    try {
      goOn(span.context(), request, response, chain);
      isDone = true;
    } finally {
      int status = isDone ? response.getStatus() : FIRST_FAILURE;
      describe(span, request, status);
      span.end();
    }
  }

  private static Optional<TraceContext> caller(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/api/v1/")
            && request.getDispatcherType() == DispatcherType.REQUEST
        ? TraceContext.parse(request.getHeader("traceparent"))
        : Optional.empty();
  }

  /** The page that tells of an error belongs to the request that failed. */
  private static void goOn(
      TraceContext place,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws IOException, ServletException {
    response.setHeader("Request-Id", place.traceId());
    Scope scope = CurrentTrace.enter(place);
    try {
      chain.doFilter(request, response);
    } finally {
      scope.close();
    }
  }

  /** By the route, never by the path: that of a hosted link holds its token. */
  private static void describe(Span span, HttpServletRequest request, int status) {
    String route = Route.of(request);
    String method = METHODS.contains(request.getMethod()) ? request.getMethod() : "_OTHER";
    span.rename(method + " " + route);
    span.with("http.request.method", method)
        .with("http.route", route)
        .with("url.scheme", request.getScheme())
        .with("http.response.status_code", status);
    if (status >= FIRST_FAILURE) {
      span.failed(Integer.toString(status));
    }
  }
}
