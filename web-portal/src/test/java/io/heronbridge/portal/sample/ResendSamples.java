package io.heronbridge.portal.sample;

import static io.heronbridge.portal.page.SampleEngine.NOW;

import io.heronbridge.integration.item.LinkFilter;
import io.heronbridge.integration.resendjob.Estimate;
import io.heronbridge.integration.resendjob.ResendJobView;
import io.heronbridge.integration.resendjob.ResendPlan;
import io.heronbridge.portal.admin.Choices;
import io.heronbridge.portal.admin.links.ResendJobsPage;
import io.heronbridge.portal.admin.links.ResendWords;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Resend jobs in their telling states. */
final class ResendSamples {
  private static final LinkFilter ABOUT =
      new LinkFilter(
          Optional.of("failed"),
          Optional.of(Samples.ACME),
          Optional.empty(),
          Optional.of("timeout"),
          Optional.of(NOW.minus(Duration.ofMinutes(5))));

  private final SampleSheet sheet;

  ResendSamples(SampleSheet sheet) {
    this.sheet = sheet;
  }

  void draw() {
    list("resend-jobs", List.of(job("running", 400, 3), job("done", 1_281, 3)));
    list("resend-jobs-none", List.of());
    one("resend-job-planned", planned(1_284));
    one("resend-job-planned-none", planned(0));
    one("resend-job-running", job("running", 400, 3));
    one("resend-job-paused", job("paused", 400, 3));
    one("resend-job-done", job("done", 1_281, 3));
    one("resend-job-cancelled", job("cancelled", 400, 3));
  }

  private void list(String name, List<ResendJobView> jobs) {
    Map<String, Object> model = new HashMap<>();
    model.put("rows", jobs.stream().map(job -> new ResendJobsPage.Row(job, about(job))).toList());
    model.put("firstPage", Optional.empty());
    model.put("nextPage", Optional.of("/admin/resend-jobs?cursor=x"));
    sheet.framed(name, "links", "admin/links/resend-jobs", Optional.empty(), model);
  }

  private void one(String name, ResendJobView job) {
    Map<String, Object> model = new HashMap<>();
    model.put("job", job);
    model.put("words", ResendWords.of(job));
    model.put("facts", job.plan().map(ResendWords::facts).orElse(List.of()));
    model.put("about", about(job));
    sheet.framed(name, "links", "admin/links/resend-job", Optional.empty(), model);
  }

  private static String about(ResendJobView job) {
    return ResendWords.about(job.about(), new Choices(Samples.integrations()), NOW);
  }

  private static ResendJobView planned(long links) {
    ResendPlan plan =
        new ResendPlan(
            links,
            Optional.of(NOW.minus(Duration.ofHours(3))),
            Optional.of(NOW.minus(Duration.ofDays(2))),
            12,
            List.of(new ResendPlan.Held("Acme sandbox", 84)),
            Estimate.of(List.of(new Estimate.Line(1_296, 90, 0))));
    return new ResendJobView(
        Samples.LINK,
        ABOUT,
        "user:ana",
        "planned",
        Optional.empty(),
        new ResendJobView.Counts(links, 0, 0, links),
        Optional.of(Map.of()),
        Optional.of(plan),
        new ResendJobView.Times(NOW, Optional.empty(), Optional.empty()));
  }

  private static ResendJobView job(String status, long resent, long skipped) {
    return new ResendJobView(
        Samples.LINK,
        ABOUT,
        "user:ana",
        status,
        Optional.empty(),
        new ResendJobView.Counts(1_284, resent, skipped, 1_284 - resent - skipped),
        Optional.of(Map.of("linked", resent / 2, "pending", resent / 2, "failed", 2L)),
        Optional.empty(),
        new ResendJobView.Times(
            NOW.minusSeconds(90), Optional.of(NOW.minusSeconds(60)), Optional.empty()));
  }
}
