package io.heronbridge.integration.plaid;

import io.heronbridge.integration.trace.Span;
import io.heronbridge.integration.trace.SpanKind;
import io.heronbridge.integration.trace.Tracer;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * A span for each call to Plaid, told by its path, which holds no ids. Adds nothing to the call.
 */
final class CallSpans implements Interceptor {
  private final Tracer tracer;

  CallSpans(Tracer tracer) {
    this.tracer = tracer;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    String path = request.url().encodedPath();
    Span span =
        tracer
            .begin(SpanKind.CLIENT, request.method() + " " + path)
            .with("http.request.method", request.method())
            .with("server.address", request.url().host())
            .with("server.port", request.url().port())
            .with("url.template", path);
    try {
      Response response = chain.proceed(request);
      span.with("http.response.status_code", response.code());
      if (!response.isSuccessful()) {
        span.failed(Integer.toString(response.code()));
      }
      return response;
    } catch (IOException | RuntimeException e) {
      span.failed(e.getClass().getName());
      throw e;
    } finally {
      span.end();
    }
  }
}
