package io.heronbridge.integration.guide;

import io.heronbridge.integration.guide.SetUpStep.Key;
import io.heronbridge.integration.setup.IntegrationView;
import io.heronbridge.persistence.integration.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides how far each step is: a check tells, or a bank that was connected with these settings.
 */
final class Steps {
  private static final String CONNECT = "connect a test bank";

  private final IntegrationView integration;
  private final Optional<Checked> check;
  private final Proof proof;
  private final Optional<TestView> test;

  /**
   * @param test begun since the settings are what they are
   */
  Steps(
      IntegrationView integration, Optional<Checked> check, Proof proof, Optional<TestView> test) {
    this.integration = integration;
    this.check = check;
    this.proof = proof;
    this.test = test;
  }

  List<SetUpStep> all() {
    return Stream.of(
            Optional.of(plaid()),
            Optional.of(heron()),
            Optional.of(webhook()).filter(step -> isRelay()),
            Optional.of(connection()),
            Optional.of(callback()),
            Optional.of(redirect()))
        .flatMap(Optional::stream)
        .toList();
  }

  private boolean isRelay() {
    return "relay".equals(integration.webhookDelivery());
  }

  private SetUpStep plaid() {
    return checked(Key.PLAID, check.map(Checked::plaid), "mend Plaid's side")
        .orElseGet(() -> unchecked(Key.PLAID, "Plaid accepted the keys: a bank was connected."));
  }

  private SetUpStep heron() {
    if (integration.heron().isUnchosen()) {
      String said =
          check
              .map(Checked::heron)
              .map(Verdict::detail)
              .orElse("The link URL is only Heron's address.");
      return SetUpStep.open(Key.HERON, Progress.TO_DO, said, "choose Heron's integration");
    }
    return checked(Key.HERON, check.map(Checked::heron), "mend Heron's side")
        .orElseGet(() -> unchecked(Key.HERON, "Heron accepted the key: it took a link."));
  }

  /** What a check found wrong is mended when a bank was linked after it. */
  private Optional<SetUpStep> checked(Key key, Optional<Verdict> verdict, String mend) {
    return verdict
        .filter(said -> said.isOk() || !isLinkedSinceTheCheck())
        .map(
            said ->
                new SetUpStep(
                    key,
                    said.isOk() ? Progress.DONE : Progress.FAILED,
                    said.detail(),
                    Optional.of(mend).filter(any -> !said.isOk()),
                    check.map(Checked::at),
                    said.remarks()));
  }

  private boolean isLinkedSinceTheCheck() {
    return proof.linkedAt().isPresent()
        && check.filter(last -> last.at().isAfter(proof.linkedAt().get())).isEmpty();
  }

  private SetUpStep unchecked(Key key, String proven) {
    return proof
        .linkedAt()
        .map(at -> SetUpStep.done(key, proven, at))
        .orElseGet(
            () ->
                SetUpStep.open(
                    key, Progress.TO_DO, "Not checked with these settings yet.", "check the keys"));
  }

  /** No call to the webhook URL is harmless, so nothing but a real webhook proves it. */
  private SetUpStep webhook() {
    if (proof.relayedAt().isPresent()) {
      return SetUpStep.done(
          Key.WEBHOOK, "A webhook of Plaid's has reached Heron.", proof.relayedAt().get());
    }
    Optional<TestView.Stage> failed = test.flatMap(TestView::failedWebhook);
    if (failed.isPresent()) {
      return SetUpStep.open(
          Key.WEBHOOK,
          Progress.FAILED,
          failed.get().said().orElse("A webhook did not reach Heron."),
          "compare the webhook URL with Heron's dashboard");
    }
    return new SetUpStep(
        Key.WEBHOOK,
        Progress.WAITING,
        "Unproven until a first webhook of Plaid's has reached Heron.",
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private SetUpStep connection() {
    if (proof.linkedAt().isPresent()) {
      return SetUpStep.done(Key.TEST, "Heron has taken a bank.", proof.linkedAt().get());
    }
    Progress progress = test.map(TestView::progress).orElse(Progress.TO_DO);
    return switch (progress) {
      case WAITING, DONE ->
          new SetUpStep(
              Key.TEST,
              Progress.WAITING,
              "A test connection is under way.",
              Optional.of("finish the test connection"),
              test.map(TestView::begunAt),
              List.of());
      case FAILED ->
          SetUpStep.open(
              Key.TEST, Progress.FAILED, "The last test connection did not work.", CONNECT);
      case TO_DO -> SetUpStep.open(Key.TEST, Progress.TO_DO, "Not tried yet.", CONNECT);
    };
  }

  private SetUpStep callback() {
    Optional<Instant> came = proof.calledBackAt();
    if (came.isPresent()) {
      return SetUpStep.done(Key.CALLBACK, "One of Heron's own webhooks has come.", came.get());
    }
    boolean isReady = integration.heron().webhookSecretHint().isPresent();
    return new SetUpStep(
        Key.CALLBACK,
        isReady ? Progress.WAITING : Progress.TO_DO,
        isReady ? "The secret is stored; none has come yet." : "No secret is stored.",
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private SetUpStep redirect() {
    boolean isSet = integration.link().redirectUri().isPresent();
    return new SetUpStep(
        Key.REDIRECT,
        isSet ? Progress.DONE : Progress.TO_DO,
        isSet ? "It is set, and part of the check of Plaid's side." : "None is set.",
        Optional.empty(),
        Optional.empty(),
        List.of());
  }
}
