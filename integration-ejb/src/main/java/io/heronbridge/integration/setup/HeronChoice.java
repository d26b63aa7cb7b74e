package io.heronbridge.integration.setup;

import static java.lang.System.Logger.Level.INFO;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.heron.HeronAnswer;
import io.heronbridge.integration.heron.HeronAnswer.Answered;
import io.heronbridge.integration.heron.HeronClient;
import io.heronbridge.integration.heron.HeronIntegration;
import io.heronbridge.integration.heron.HeronIntegrations;
import io.heronbridge.integration.heron.HeronPermits;
import io.heronbridge.integration.problem.ConflictException;
import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.integration.problem.NotFoundException;
import io.heronbridge.integration.settings.PublicUrls;
import io.heronbridge.persistence.access.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Choosing which of Heron's integrations takes our links, or making one there. Heron's answers may
 * hold client secrets, so they are neither logged nor kept.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed({Role.Names.ADMIN, Role.Names.API_WRITE})
public class HeronChoice {
  private static final System.Logger LOG = System.getLogger(HeronChoice.class.getName());
  private static final int LONGEST_NAME = 200;

  @Inject HeronChoiceDesk desk;
  @Inject HeronClient heron;
  @Inject HeronPermits permits;
  @Inject PublicUrls urls;

  /**
   * What Heron has, by the integration's stored key. A caller who is limited to integrations is
   * told little of the others.
   *
   * @throws HeronFault when Heron does not tell, or is not to be asked now
   */
  public List<HeronOffer> offers(UUID id, Caller caller) {
    HeronChoiceDesk.Sides sides = desk.sides(id, caller);
    return offers(sides, permits.take(sides.heron().budget()), caller);
  }

  private List<HeronOffer> offers(
      HeronChoiceDesk.Sides sides, Optional<Duration> wait, Caller caller) {
    if (wait.isPresent()) {
      throw HeronFault.busy(wait.get());
    }
    HeronAnswer answer = heron.integrations(sides.heron()).join();
    return success(answer)
        .flatMap(answered -> HeronIntegrations.listed(answered.body()))
        .orElseThrow(() -> HeronFault.of(answer))
        .stream()
        .map(each -> offer(each, sides))
        .map(each -> caller.integrations().isEmpty() || each.chosen() ? each : each.inBrief())
        .toList();
  }

  /**
   * Makes an integration at Heron with our Plaid keys; sends the links there when that is wanted,
   * unless ours was changed meanwhile: the offer tells whether it is chosen.
   *
   * @throws HeronFault when Heron made none, or did not say so
   * @throws ConflictException when the Plaid secret was not entered for this Heron
   */
  public HeronOffer create(UUID id, String name, boolean choose, Caller caller) {
    if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
      throw new InvalidInputException("name", "must be 1 to 200 characters");
    }
    HeronChoiceDesk.Sides sides = desk.beginCreation(id, name.trim(), caller);
    HeronAnswer answer =
        heron
            .createIntegration(
                sides.heron(),
                new HeronClient.NewIntegration(
                    name.trim(),
                    sides.plaid().url(),
                    sides.plaid().clientId(),
                    sides.plaid().secret()))
            .join();
    HeronIntegration made =
        success(answer)
            .flatMap(answered -> HeronIntegrations.created(answered.body()))
            .orElseThrow(() -> HeronFault.of(answer));
    if (choose) {
      chooseMade(id, made, sides, caller);
      return offer(made, desk.sides(id, caller));
    }
    return offer(made, sides);
  }

  /** No refusal when it comes to nothing: what was made is there, and must not be made again. */
  private void chooseMade(
      UUID id, HeronIntegration made, HeronChoiceDesk.Sides sides, Caller caller) {
    try {
      desk.sendLinksTo(id, made.heronId(), sides.heron(), caller);
    } catch (ConflictException e) {
      LOG.log(
          INFO, () -> "made but not chosen integration=%s heron=%s".formatted(id, made.heronId()));
    }
  }

  /**
   * Sends links to another of Heron's integrations from now on.
   *
   * @throws ConflictException when it cannot take them
   */
  public void choose(UUID id, String heronId, Caller caller) {
    HeronChoiceDesk.Sides sides = desk.sides(id, caller);
    // Goes on from the list that was just read: the second call needs no second turn.
    HeronOffer offer =
        offers(sides, permits.takeInAdvance(sides.heron().budget()), caller).stream()
            .filter(each -> each.heronId().equals(heronId))
            .findFirst()
            .orElseThrow(() -> new NotFoundException("integration of that id at Heron"));
    offer
        .obstacle()
        .ifPresent(
            why -> {
              throw new ConflictException(why);
            });
    desk.sendLinksTo(id, heronId, sides.heron(), caller);
  }

  private static Optional<Answered> success(HeronAnswer answer) {
    return answer instanceof Answered answered && answered.isSuccess()
        ? Optional.of(answered)
        : Optional.empty();
  }

  private HeronOffer offer(HeronIntegration there, HeronChoiceDesk.Sides sides) {
    HeronFit fit = HeronFit.of(there, sides.ours(), urls::isPlaidDoor);
    return new HeronOffer(
        there.heronId(),
        there.name(),
        there.type(),
        there.resource(),
        there.baseUrl(),
        there.clientId(),
        there.webhookUrl(),
        sides.heron().linkUrlOf(there.heronId()),
        sides.heron().integrationId().filter(there.heronId()::equals).isPresent(),
        fit.obstacle(),
        fit.remarks());
  }
}
