package io.heronbridge.sandbox.heron;

import io.heronbridge.sandbox.plaid.PlaidError;
import io.heronbridge.sandbox.plaid.SandboxItem;
import io.heronbridge.sandbox.plaid.SandboxItems;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Moves links through their states, as Heron would while it reads from Plaid. */
final class LinkLife {
  private final ScheduledExecutorService timer;
  private final HeronSettings settings;
  private final SandboxItems items;
  private final Consumer<SandboxIntegrationLink> onError;

  LinkLife(
      ScheduledExecutorService timer,
      HeronSettings settings,
      SandboxItems items,
      Consumer<SandboxIntegrationLink> onError) {
    this.timer = timer;
    this.settings = settings;
    this.items = items;
    this.onError = onError;
  }

  /** What Plaid would say about the token now; empty when it works. */
  Optional<PlaidError> problem(String itemId, String accessToken) {
    Optional<SandboxItem> item = items.findByAccessToken(accessToken);
    if (item.isEmpty() || !item.get().itemId().equals(itemId)) {
      return Optional.of(
          PlaidError.invalidInput("INVALID_ACCESS_TOKEN", "could not find matching access token"));
    }
    if (item.get().isRemoved()) {
      return Optional.of(PlaidError.item("ITEM_NOT_FOUND", "the item was removed"));
    }
    return item.get().error();
  }

  /** From new to syncing to its end, which the token decides. */
  void begin(SandboxIntegrationLink link) {
    long syncing = settings.number(HeronSettings.SYNCING_AFTER);
    long active = settings.number(HeronSettings.ACTIVE_AFTER);
    later(syncing, () -> startSync(link));
    later(Math.max(active, syncing + 1), () -> endSync(link));
  }

  /** Reads from Plaid again, because somebody asked. */
  void refresh(SandboxIntegrationLink link) {
    if (link.status() == LinkStatus.SYNC_DISABLED) {
      return;
    }
    link.move(LinkStatus.SYNCING);
    later(settings.number(HeronSettings.SYNCING_AFTER), () -> endSync(link));
  }

  private void startSync(SandboxIntegrationLink link) {
    if (link.status() == LinkStatus.PENDING) {
      link.move(LinkStatus.SYNCING);
    }
  }

  /** Plaid has news about the item; a new link reads from Plaid anyway. */
  void hear(SandboxIntegrationLink link) {
    if (link.status() != LinkStatus.PENDING) {
      endSync(link);
    }
  }

  private void endSync(SandboxIntegrationLink link) {
    if (link.status() == LinkStatus.SYNC_DISABLED) {
      return;
    }
    Optional<PlaidError> problem =
        settings.is(HeronSettings.TOKEN_CHECK, "never")
            ? Optional.empty()
            : problem(link.itemId(), link.accessToken());
    if (problem.isEmpty()) {
      link.synced();
    } else if (problem.get().code().equals("ITEM_NOT_FOUND")) {
      link.move(LinkStatus.DELETED_IN_PLAID);
    } else {
      fail(link, "[%s] %s".formatted(problem.get().code(), problem.get().message()));
    }
  }

  /** Only a link that turns erroring is news; one that stays so is not. */
  private void fail(SandboxIntegrationLink link, String reason) {
    if (link.failed(reason)) {
      onError.accept(link);
    }
  }

  private void later(long millis, Runnable step) {
    try {
      timer.schedule(step, millis, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException ignored) {
      // The sandbox is closing: links stay where they are.
    }
  }
}
