package io.heronbridge.integration.integrationlink;

import static io.heronbridge.persistence.outbox.AttemptOutcome.CONFIRMED;
import static io.heronbridge.persistence.outbox.AttemptOutcome.DELIVERED;
import static io.heronbridge.persistence.outbox.AttemptOutcome.GARBLED;
import static io.heronbridge.persistence.outbox.AttemptOutcome.REFUSED;

import io.heronbridge.integration.heron.HeronAnswer;
import io.heronbridge.integration.heron.HeronAnswer.Answered;
import io.heronbridge.integration.heron.HeronAnswer.Unanswered;
import io.heronbridge.integration.heron.HeronClient;
import io.heronbridge.integration.heron.HeronLimits;
import io.heronbridge.integration.heron.HeronLinks;
import io.heronbridge.integration.outbox.Delivery;
import io.heronbridge.integration.outbox.LeaseOverException;
import io.heronbridge.integration.outbox.MessageHandler;
import io.heronbridge.persistence.integrationlink.HeronsView;
import io.heronbridge.persistence.outbox.Lease;
import io.heronbridge.persistence.outbox.MessageKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Submits one link to Heron. Heron has no idempotency key, so whenever an earlier call may have
 * taken effect, the end user's links are read before anything is posted again.
 */
@ApplicationScoped
class CreateIntegrationLinkHandler implements MessageHandler {
  @Inject LinkDesk desk;
  @Inject LinkOutcomes outcomes;
  @Inject HeronClient heron;
  @Inject HeronLimits limits;

  @Override
  public MessageKind kind() {
    return MessageKind.CREATE_LINK;
  }

  @Override
  public CompletableFuture<Delivery> deliver(Lease lease) {
    Optional<LinkWork> work = desk.prepare(lease.subject());
    if (work.isEmpty()) {
      return CompletableFuture.completedFuture(Delivery.nothingToDo());
    }
    if (work.get().isHeld()) {
      return done(Delivery.paused());
    }
    return lease.uncertain() ? lookThenPost(lease, work.get()) : post(lease, work.get());
  }

  @Override
  public Delivery giveUp(Lease lease, String reason) {
    return outcomes.givenUp(lease, reason);
  }

  private CompletableFuture<Delivery> lookThenPost(Lease lease, LinkWork work) {
    return look(work)
        .thenCompose(
            found -> {
              if (found.isDisabled()) {
                return postToo(lease, work);
              }
              if (found.view().isPresent()) {
                return done(outcomes.linked(lease, CONFIRMED, found.status(), found.view().get()));
              }
              return found.isCertain() ? postToo(lease, work) : done(unclear(lease, work, found));
            });
  }

  /** The message was claimed with a permit for one call. */
  private CompletableFuture<Delivery> postToo(Lease lease, LinkWork work) {
    limits.owe(work.target().budget());
    return post(lease, work);
  }

  private CompletableFuture<Delivery> post(Lease lease, LinkWork work) {
    if (lease.isOver()) {
      return CompletableFuture.failedFuture(new LeaseOverException());
    }
    return heron
        .createLink(work.target(), work.link())
        .thenCompose(
            answer ->
                answer instanceof Answered answered
                    ? judge(lease, work, answered)
                    : done(
                        outcomes.retry(lease, answer, ((Unanswered) answer).mayHaveTakenEffect())));
  }

  private CompletableFuture<Delivery> judge(Lease lease, LinkWork work, Answered answer) {
    if (answer.isSuccess()) {
      Optional<HeronsView> told = HeronLinks.inCreation(answer, work.link().itemId());
      // A success that is not Heron's JSON may come from something in between: look before
      // believing it.
      return done(
          told.map(view -> outcomes.linked(lease, DELIVERED, answer.status(), view))
              .orElseGet(() -> outcomes.garbled(lease, GARBLED, answer)));
    }
    return switch (answer.status()) {
      case 401, 403, 404 -> done(outcomes.pause(lease, work, answer));
      case 409, 422 -> refusedUnlessThere(lease, work, answer);
      case 429 -> done(outcomes.rateLimited(lease, work, answer));
      default ->
          done(
              answer.isPassing()
                  ? outcomes.retry(lease, answer, true)
                  : outcomes.refused(lease, REFUSED, answer));
    };
  }

  /**
   * Heron publishes no code for a repeated link, so a refusal may mean that it is there already.
   */
  private CompletableFuture<Delivery> refusedUnlessThere(
      Lease lease, LinkWork work, Answered refusal) {
    limits.owe(work.target().budget());
    return look(work)
        .thenApply(
            found -> {
              if (found.isDisabled()) {
                return outcomes.stillDisabled(lease, refusal);
              }
              if (found.view().isPresent()) {
                return outcomes.linked(lease, CONFIRMED, refusal.status(), found.view().get());
              }
              return found.isCertain()
                  ? outcomes.refused(lease, REFUSED, refusal)
                  : unclear(lease, work, found);
            });
  }

  /** The look itself did not succeed, so whether the link is there stays open. */
  private Delivery unclear(Lease lease, LinkWork work, Look look) {
    if (look.answer() instanceof Answered answered) {
      switch (answered.status()) {
        case 401, 403:
          return outcomes.pause(lease, work, answered);
        case 429:
          return outcomes.rateLimited(lease, work, answered);
        default:
          break;
      }
    }
    return outcomes.retry(lease, look.answer(), true);
  }

  private CompletableFuture<Look> look(LinkWork work) {
    return heron
        .linksOf(work.target(), work.link().endUserId())
        .thenApply(answer -> Look.at(answer, work.link().itemId()));
  }

  private static CompletableFuture<Delivery> done(Delivery delivery) {
    return CompletableFuture.completedFuture(delivery);
  }

  /**
   * What reading the end user's links told.
   *
   * @param isCertain whether absence means that Heron does not have the link
   */
  private record Look(HeronAnswer answer, Optional<HeronsView> view, boolean isCertain) {
    static Look at(HeronAnswer answer, String itemId) {
      if (!(answer instanceof Answered answered)) {
        return new Look(answer, Optional.empty(), false);
      }
      Optional<HeronsView> view =
          answered.isSuccess() ? HeronLinks.ofItem(answered.body(), itemId) : Optional.empty();
      return new Look(answer, view, isTelling(answered));
    }

    /** A list tells; so does an answer that no amount of asking again will change. */
    private static boolean isTelling(Answered answered) {
      int status = answered.status();
      if (answered.isSuccess()) {
        return HeronLinks.isJson(answered.body());
      }
      return status != 401 && status != 403 && (!answered.isPassing() || status == 501);
    }

    /** Heron has the link but does not read the bank: only a new post can change that. */
    boolean isDisabled() {
      return view.filter(found -> "sync_disabled".equals(found.status())).isPresent();
    }

    int status() {
      return ((Answered) answer).status();
    }
  }
}
