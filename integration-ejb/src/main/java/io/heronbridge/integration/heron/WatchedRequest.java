package io.heronbridge.integration.heron;

import java.io.IOException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.RequestChannel;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * A request that remembers whether any of it went out, which decides if a failure is ambiguous. One
 * that was given up before does not go out any more.
 */
final class WatchedRequest implements AsyncRequestProducer {
  private final AsyncRequestProducer request;
  private boolean sent;
  private boolean givenUp;

  WatchedRequest(AsyncRequestProducer request) {
    this.request = request;
  }

  /** Nobody waits for an answer any more; tells whether the request went out before. */
  synchronized boolean giveUp() {
    givenUp = true;
    return sent;
  }

  private synchronized void leave() throws IOException {
    if (givenUp) {
      throw new IOException("nobody waits for an answer any more");
    }
    sent = true;
  }

  @Override
  public void sendRequest(RequestChannel channel, HttpContext context)
      throws HttpException, IOException {
    leave();
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
