package io.heronbridge.launcher.cluster;

import io.heronbridge.launcher.CannotStartException;
import io.heronbridge.launcher.Leftover;
import io.heronbridge.launcher.Pause;
import io.heronbridge.launcher.Ports;
import io.heronbridge.launcher.RunFolder;
import io.heronbridge.launcher.balancer.Balancer;
import io.heronbridge.launcher.server.Application;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** One node: started, watched, and started again when it died. */
final class Node {
  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration LONG_LIFE = Duration.ofMinutes(1);
  private static final Duration DRAINING = Duration.ofSeconds(8);

  /** Beside the sandbox, and away from the ports that outgoing connections get. */
  private static final int PORTS_ABOVE = 10;

  private final int number;
  private final RunFolder run;
  private final Site site;
  private final Balancer balancer;
  private final CompletableFuture<Void> firstStart = new CompletableFuture<>();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread keeper;

  private Application application;
  private URI address;

  Node(int number, RunFolder run, Site site, Balancer balancer) {
    this.number = number;
    this.run = run;
    this.site = site;
    this.balancer = balancer;
    this.keeper = new Thread(this::keep, "node-" + number);
    this.keeper.setDaemon(true);
  }

  void start() {
    keeper.start();
  }

  /** Waits until it was ready once, or tells why it was not. */
  void awaitFirstStart() throws InterruptedException {
    try {
      firstStart.get();
    } catch (ExecutionException e) {
      throw new CannotStartException(e.getCause().getMessage(), e);
    }
  }

  private void keep() {
    Duration pause = SHORTEST_PAUSE;
    try {
      while (!isStopping()) {
        long begin = System.nanoTime();
        String end = live();
        if (isStopping()) {
          return;
        }
        boolean livedLong = System.nanoTime() - begin > LONG_LIFE.toNanos();
        pause = livedLong ? SHORTEST_PAUSE : shorter(pause.multipliedBy(2), LONGEST_PAUSE);
        say("%s Starting it again in %d s.".formatted(end, pause.toSeconds()));
        stopping.await(pause.toSeconds(), TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** One life, from its start to its end; the answer says how it ended. */
  private String live() throws InterruptedException {
    try {
      Leftover.end(run, site.progress());
      Optional<Application> begun = begin();
      if (begun.isEmpty()) {
        return "It was stopped.";
      }
      begun.get().awaitReady(address.getPort());
      becameReady(begun.get());
      Process ended = begun.get().onExit().get();
      return "The node ended (exit code %d).".formatted(ended.exitValue());
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      firstStart.completeExceptionally(e);
      return String.valueOf(e.getMessage());
    } finally {
      endLife();
    }
  }

  private synchronized Optional<Application> begin() throws IOException {
    if (isStopping()) {
      return Optional.empty();
    }
    int port = Ports.nearest(site.command().port() + PORTS_ABOVE + number);
    address = URI.create("http://127.0.0.1:" + port);
    application =
        Application.start(
            site.command().at(port, run.spool()),
            site.runtime(),
            run,
            line -> site.progress().say("node " + number + " | " + line));
    return Optional.of(application);
  }

  private void becameReady(Application ready) {
    balancer.add(address);
    firstStart.complete(null);
    say("Ready at %s, process %d.".formatted(address, ready.pid()));
    if (number == 1) {
      ready.archiveClasses();
    }
  }

  private synchronized void endLife() throws InterruptedException {
    if (address != null) {
      balancer.remove(address);
    }
    if (application != null) {
      try {
        application.stop();
      } catch (IOException e) {
        say("Its process id could not be forgotten: " + e.getMessage() + ".");
      }
    }
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  synchronized boolean isReady() {
    return address != null && balancer.isReady(address);
  }

  synchronized Optional<URI> address() {
    return Optional.ofNullable(address);
  }

  /** What a person needs to know of it. */
  synchronized String summary() {
    return "%s, process %d, %s/".formatted(address, application.pid(), run.logs());
  }

  /** Gives it no further request, lets it finish what it has, and stops it. */
  void stop() throws Exception {
    stopping.countDown();
    Optional<URI> was = address();
    if (was.isPresent()) {
      balancer.remove(was.get());
      Pause.until(DRAINING, () -> balancer.underWay(was.get()) == 0);
    }
    endLife();
    keeper.join();
    if (number > 1) {
      run.close();
    }
  }

  private void say(String sentence) {
    site.progress().say("node " + number + ": " + sentence);
  }
}
