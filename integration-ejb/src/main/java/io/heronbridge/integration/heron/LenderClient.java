package io.heronbridge.integration.heron;

import io.heronbridge.integration.trace.CurrentTrace;
import io.heronbridge.integration.trace.Tracer;
import io.heronbridge.persistence.webhook.Header;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Posts to lenders' backends under the same rules as to Heron, over connections and threads of its
 * own: a backend, or its name server, that is slow delays no call to Heron.
 */
@ApplicationScoped
public class LenderClient {
  private static final String TRACE = "traceparent";
  private static final Duration LONGEST = Duration.ofSeconds(15);

  @Inject Courier courier;
  @Inject Tracer tracer;

  /** Any answer or none within 15 seconds; redirects are not followed. */
  public CompletableFuture<HeronAnswer> tell(URI url, List<Header> headers, byte[] body) {
    return courier.send("POST", url, withTrace(headers), body, LONGEST);
  }

  /** A lender's own traces go on from ours, unless we make none. */
  private List<Header> withTrace(List<Header> headers) {
    List<Header> all = new ArrayList<>(headers);
    if (tracer.isOn()) {
      CurrentTrace.get().ifPresent(place -> all.add(new Header(TRACE, place.traceparent())));
    }
    return all;
  }
}
