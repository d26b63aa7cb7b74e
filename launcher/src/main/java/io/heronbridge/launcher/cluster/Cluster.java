package io.heronbridge.launcher.cluster;

import io.heronbridge.launcher.Pause;
import io.heronbridge.launcher.RunFolder;
import io.heronbridge.launcher.balancer.Balancer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

/** Nodes over one database behind one balancer; how many may change while they run. */
public final class Cluster {
  public static final int MOST_NODES = 8;

  private static final System.Logger LOG = System.getLogger(Cluster.class.getName());
  private static final Duration DRAINING = Duration.ofSeconds(8);
  private static final Duration ALWAYS = Duration.ofDays(10_000);

  private final RunFolder run;
  private final Site site;
  private final Balancer balancer;
  private final WantedNodes wanted;
  private final Thread listener = new Thread(this::listen, "wanted-nodes");
  private final Deque<Node> nodes = new ArrayDeque<>();

  /** The balancer listens at once, and says that no node is ready. */
  public Cluster(RunFolder run, Site site) {
    this.run = run;
    this.site = site;
    this.balancer = Balancer.start(site.command().port());
    this.wanted = new WantedNodes(run.top());
  }

  /** Starts so many nodes and waits until all were ready. The first prepares the database alone. */
  public void start(int count) throws Exception {
    resize(1);
    first().awaitFirstStart();
    resize(count);
    for (Node node : snapshot()) {
      node.awaitFirstStart();
    }
    wanted.open();
    listener.setDaemon(true);
    listener.start();
  }

  private synchronized Node first() {
    return nodes.getFirst();
  }

  private synchronized List<Node> snapshot() {
    return List.copyOf(nodes);
  }

  private synchronized void resize(int count) throws Exception {
    boolean fewer = nodes.size() > count;
    while (nodes.size() > count) {
      Node last = nodes.removeLast();
      site.progress().say("stopping node %d …".formatted(nodes.size() + 1));
      last.stop();
    }
    if (fewer) {
      new IdleSpools(run, site.progress()).tellAbove(count);
    }
    while (nodes.size() < count) {
      int number = nodes.size() + 1;
      RunFolder own = number == 1 ? run : RunFolder.take(run.node(number));
      Node node = new Node(number, own, site, balancer);
      nodes.addLast(node);
      site.progress().say("starting node %d …".formatted(number));
      node.start();
    }
  }

  private void listen() {
    try {
      Pause.until(ALWAYS, this::hear);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      LOG.log(System.Logger.Level.WARNING, "the number of nodes cannot be changed any more", e);
    }
  }

  private boolean hear() throws Exception {
    OptionalInt number = wanted.read();
    if (number.isPresent()) {
      follow(number.getAsInt());
    }
    return false;
  }

  private void follow(int number) throws Exception {
    try {
      resize(number);
      if (snapshot().stream().allMatch(Node::isReady)) {
        wanted.granted(number);
      }
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      site.progress().say("%d nodes cannot be had: %s".formatted(number, e.getMessage()));
      wanted.refused(number);
    }
  }

  /** One line for each node. */
  public List<String> summary() {
    return snapshot().stream().map(Node::summary).toList();
  }

  /** Takes no further request, lets those under way end, then stops all nodes at once. */
  public void stop() throws Exception {
    listener.interrupt();
    listener.join();
    wanted.clear();
    balancer.drain(DRAINING);
    List<CompletableFuture<Void>> ends = new ArrayList<>();
    for (Node node : snapshot()) {
      ends.add(CompletableFuture.runAsync(() -> stop(node), task -> new Thread(task).start()));
    }
    ends.forEach(CompletableFuture::join);
    balancer.close();
  }

  private static void stop(Node node) {
    try {
      node.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      LOG.log(System.Logger.Level.WARNING, "a node could not be stopped", e);
    }
  }
}
