package io.heronbridge.launcher.balancer;

import io.undertow.client.ClientCallback;
import io.undertow.client.ClientConnection;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;
import org.xnio.XnioIoThread;

/**
 * A connection within a second, or none: a frozen node lets its callers wait once they are many.
 * Undertow's client has no such limit of its own.
 */
final class InTime implements ClientCallback<ClientConnection> {
  private static final long MILLIS = 1000;

  private final ClientCallback<ClientConnection> next;
  private final AtomicBoolean told = new AtomicBoolean();
  private final XnioExecutor.Key limit;

  InTime(XnioIoThread thread, ClientCallback<ClientConnection> next) {
    this.next = next;
    this.limit =
        thread.executeAfter(
            () -> failed(new SocketTimeoutException("connecting")), MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void completed(ClientConnection connection) {
    if (told.compareAndSet(false, true)) {
      limit.remove();
      next.completed(connection);
    } else {
      IoUtils.safeClose(connection);
    }
  }

  @Override
  public void failed(IOException e) {
    if (told.compareAndSet(false, true)) {
      limit.remove();
      next.failed(e);
    }
  }
}
