package io.heronbridge.portal.sample;

import io.heronbridge.integration.guide.Progress;
import io.heronbridge.integration.guide.SetUpGuide;
import io.heronbridge.integration.guide.SetUpStep;
import io.heronbridge.integration.guide.SetUpStep.Key;
import io.heronbridge.integration.guide.TestView;
import io.heronbridge.integration.guide.TestView.Event;
import io.heronbridge.integration.guide.TestView.Stage;
import io.heronbridge.integration.item.ItemView;
import io.heronbridge.integration.setup.IntegrationView;
import io.heronbridge.portal.admin.TypedForm;
import io.heronbridge.portal.admin.integrations.GuideModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The guide of an integration, begun, broken and complete. */
final class GuideSamples {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final String TEMPLATE = "admin/integrations/set-up";

  private final SampleSheet sheet;

  GuideSamples(SampleSheet sheet) {
    this.sheet = sheet;
  }

  void draw() {
    IntegrationView sandbox = Samples.integration("Acme sandbox", "sandbox", "active");
    draw("set-up-begun", begun(sandbox), TypedForm.empty());
    draw("set-up-broken", broken(sandbox), TypedForm.empty());
    draw("set-up-complete", complete(sandbox), TypedForm.empty());
    draw(
        "set-up-production",
        begun(Samples.integration("Acme production", "production", "active")),
        TypedForm.empty());
  }

  private void draw(String name, SetUpGuide guide, TypedForm typed) {
    sheet.framed(
        name, "integrations", TEMPLATE, Optional.empty(), GuideModel.of(guide, typed, NOW));
  }

  /** Checked, and one side refused. */
  static SetUpGuide begun(IntegrationView integration) {
    return guide(
        integration,
        step(Key.PLAID, Progress.DONE, "Plaid accepts the keys and the Link settings."),
        step(Key.HERON, Progress.FAILED, "Heron refuses the API key (401): enter a valid one."),
        Optional.empty());
  }

  private static SetUpGuide broken(IntegrationView integration) {
    return guide(
        integration,
        step(Key.PLAID, Progress.DONE, "Plaid accepts the keys and the Link settings."),
        step(Key.HERON, Progress.DONE, "Heron accepts the API key."),
        Optional.of(
            new TestView(
                "test-connection",
                NOW.minusSeconds(60),
                List.of(
                    done(Event.OPENED, 900),
                    done(Event.CONNECTED, 21_000),
                    done(Event.STORED, 310),
                    stage(
                        Event.LINKED,
                        Progress.FAILED,
                        Optional.of("Heron says item_id is missing."),
                        Optional.of(
                            "Heron names the field it did not accept: mend it, then resend.")),
                    stage(Event.RELAYED, Progress.TO_DO, Optional.empty(), Optional.empty())),
                Optional.of(item()),
                StorySamples.exits().stream().findFirst())));
  }

  private static SetUpGuide complete(IntegrationView integration) {
    List<Stage> stages = new ArrayList<>();
    for (Event event : Event.values()) {
      stages.add(done(event, 420));
    }
    TestView test =
        new TestView(
            "test-connection", NOW.minusSeconds(90), stages, Optional.of(item()), Optional.empty());
    List<SetUpStep> steps =
        List.of(
            step(Key.PLAID, Progress.DONE, "Plaid accepts the keys and the Link settings."),
            step(Key.HERON, Progress.DONE, "Heron accepts the API key."),
            step(Key.WEBHOOK, Progress.DONE, "A webhook of Plaid's has reached Heron."),
            step(Key.TEST, Progress.DONE, "Heron has taken a bank."),
            step(Key.CALLBACK, Progress.DONE, "One of Heron's own webhooks has come."),
            step(Key.REDIRECT, Progress.TO_DO, "None is set."));
    return new SetUpGuide(
        integration, steps, Optional.of(NOW), "https://b.example/connect", Optional.of(test));
  }

  private static ItemView item() {
    return Samples.item("First Platypus Bank", "active", Samples.links().get(0));
  }

  private static SetUpGuide guide(
      IntegrationView integration, SetUpStep plaid, SetUpStep heron, Optional<TestView> test) {
    List<SetUpStep> steps =
        List.of(
            plaid,
            heron,
            step(Key.WEBHOOK, Progress.WAITING, "Unproven until a first webhook has arrived."),
            step(Key.TEST, Progress.TO_DO, "Not tried yet."),
            step(Key.CALLBACK, Progress.TO_DO, "No secret is stored."),
            step(Key.REDIRECT, Progress.TO_DO, "None is set."));
    return new SetUpGuide(
        integration, steps, Optional.of(NOW), "https://b.example/connect/oauth-return", test);
  }

  private static SetUpStep step(Key key, Progress progress, String said) {
    Optional<String> next =
        progress == Progress.DONE ? Optional.empty() : Optional.of("mend Heron's side");
    List<String> remarks =
        progress == Progress.DONE ? List.of("Plaid cannot reach us.") : List.of();
    return new SetUpStep(key, progress, said, next, Optional.of(NOW.minusSeconds(90)), remarks);
  }

  private static Stage done(Event event, long millis) {
    return new Stage(
        event,
        Progress.DONE,
        Optional.empty(),
        Optional.empty(),
        Optional.of(NOW),
        Optional.of(millis));
  }

  private static Stage stage(
      Event event, Progress progress, Optional<String> said, Optional<String> advice) {
    return new Stage(event, progress, said, advice, Optional.empty(), Optional.empty());
  }
}
