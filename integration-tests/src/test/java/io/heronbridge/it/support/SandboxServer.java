package io.heronbridge.it.support;

import io.heronbridge.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;

/** The simulated Plaid and Heron, in the tests' own process, so that they can look into it. */
public final class SandboxServer implements AutoCloseable {
  private final Sandbox sandbox;

  SandboxServer() {
    try {
      sandbox = Sandbox.start(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Stream.of(Sandbox.PLAID_SECRET, Sandbox.HERON_API_KEY, Sandbox.HERON_WEBHOOK_SECRET)
        .forEach(Secrets::remember);
  }

  /** Faults to plan, requests to look at, links and relays that Heron has received. */
  public Sandbox sandbox() {
    return sandbox;
  }

  /** Notes every token given out so far, before the sandbox forgets it. */
  public void rememberTokens() {
    sandbox.plaid().items().all().forEach(item -> Secrets.remember(item.accessToken()));
  }

  /** As new: no faults, no items, no links, no requests. */
  public void reset() {
    rememberTokens();
    sandbox.reset();
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
