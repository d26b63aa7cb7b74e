package io.heronbridge.launcher.balancer;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** The nodes that may be sent requests, each in its turn. */
final class ReadyNodes {
  private final CopyOnWriteArrayList<URI> ready = new CopyOnWriteArrayList<>();
  private final AtomicInteger turn = new AtomicInteger();

  void add(URI node) {
    ready.addIfAbsent(node);
  }

  void remove(URI node) {
    ready.remove(node);
  }

  boolean contains(URI node) {
    return ready.contains(node);
  }

  /** The node whose turn it is, passing over those that were tried in vain. */
  Optional<URI> next(Collection<URI> tried) {
    List<URI> nodes = List.copyOf(ready);
    int first = turn.getAndIncrement();
    for (int i = 0; i < nodes.size(); i++) {
      URI node = nodes.get(Math.floorMod(first + i, nodes.size()));
      if (!tried.contains(node)) {
        return Optional.of(node);
      }
    }
    return Optional.empty();
  }
}
