package io.heronbridge.launcher.balancer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Asks every node all the time whether it is ready. */
final class NodeHealth implements AutoCloseable {
  private static final int MOST_NODES = 8;
  private static final int OK = 200;

  /** How patient we are with nodes. */
  record Patience(Duration betweenLooks, Duration answer, Duration silence) {
    /**
     * A node that says nothing for the last of them is given up with all it was asked: that is when
     * it has missed two questions in a row. One alone may come of a node that waits for a database.
     */
    static final Patience USUAL =
        new Patience(Duration.ofMillis(500), Duration.ofSeconds(5), Duration.ofSeconds(10));
  }

  private final ReadyNodes ready;
  private final NodeConnections connections;
  private final Patience patience;
  private final Map<URI, Future<?>> watched = new HashMap<>();
  private final ScheduledExecutorService clock =
      Executors.newScheduledThreadPool(MOST_NODES, NodeHealth::thread);
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  NodeHealth(ReadyNodes ready, NodeConnections connections, Patience patience) {
    this.ready = ready;
    this.connections = connections;
    this.patience = patience;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "node-health");
    thread.setDaemon(true);
    return thread;
  }

  synchronized void watch(URI node) {
    watched.computeIfAbsent(
        node,
        key ->
            clock.scheduleWithFixedDelay(
                new Watch(key), 0, patience.betweenLooks().toMillis(), TimeUnit.MILLISECONDS));
  }

  synchronized void forget(URI node) {
    Future<?> watch = watched.remove(node);
    if (watch != null) {
      watch.cancel(false);
    }
    ready.remove(node);
  }

  private synchronized void found(URI node, boolean isReady) {
    if (isReady && watched.containsKey(node)) {
      ready.add(node);
    } else {
      ready.remove(node);
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }

  private final class Watch implements Runnable {
    private final URI node;
    private final HttpRequest question;
    private long lastAnswer = System.nanoTime();

    Watch(URI node) {
      this.node = node;
      this.question =
          HttpRequest.newBuilder(node.resolve("/health/ready")).timeout(patience.answer()).build();
    }

    @Override
    public void run() {
      try {
        found(node, client.send(question, BodyHandlers.discarding()).statusCode() == OK);
        lastAnswer = System.nanoTime();
      } catch (IOException e) {
        found(node, false);
        if (System.nanoTime() - lastAnswer > patience.silence().toNanos()) {
          connections.abandon(node);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
