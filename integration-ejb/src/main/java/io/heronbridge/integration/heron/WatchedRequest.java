package io.heronbridge.integration.heron;

import java.io.IOException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.RequestChannel;
import org.apache.hc.core5.http.protocol.HttpContext;

/** A request that remembers whether any of it went out, which decides if a failure is ambiguous. */
final class WatchedRequest implements AsyncRequestProducer {
  private final AsyncRequestProducer request;
  private volatile boolean sent;

  WatchedRequest(AsyncRequestProducer request) {
    this.request = request;
  }

  boolean isSent() {
    return sent;
  }

  @Override
  public void sendRequest(RequestChannel channel, HttpContext context)
      throws HttpException, IOException {
    sent = true;
    request.sendRequest(channel, context);
  }

  @Override
  public boolean isRepeatable() {
    return false;
  }

  @Override
  public void failed(Exception cause) {
    request.failed(cause);
  }

  @Override
  public int available() {
    return request.available();
  }

  @Override
  public void produce(DataStreamChannel channel) throws IOException {
    request.produce(channel);
  }

  @Override
  public void releaseResources() {
    request.releaseResources();
  }
}
