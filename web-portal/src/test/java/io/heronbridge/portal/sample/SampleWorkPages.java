package io.heronbridge.portal.sample;

import io.heronbridge.integration.callback.CallbackView;
import io.heronbridge.integration.itemimport.ImportView;
import io.heronbridge.integration.reading.DriftFilter;
import io.heronbridge.persistence.itemimport.RejectedLine;
import io.heronbridge.portal.admin.Choices;
import io.heronbridge.portal.admin.drift.DriftKind;
import io.heronbridge.portal.admin.drift.DriftQuery;
import io.heronbridge.portal.admin.drift.DriftRow;
import io.heronbridge.portal.admin.imports.ImportHeadline;
import io.heronbridge.portal.admin.webhooks.CallbackQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pages of what comes in and what has drifted. */
final class SampleWorkPages {
  private final SampleSheet sheet;

  SampleWorkPages(SampleSheet sheet) {
    this.sheet = sheet;
  }

  void draw() {
    drift();
    callbacks();
    imports();
    new ResendSamples(sheet).draw();
    new EventSamples(sheet).draw();
    new AccessSamples(sheet).draw();
    new GuideSamples(sheet).draw();
  }

  private void drift() {
    Map<String, Object> model = new HashMap<>();
    model.put("query", new DriftQuery(new DriftFilter(Optional.empty(), Optional.empty())));
    model.put("kinds", DriftKind.all());
    model.put(
        "rows",
        Samples.drift().stream()
            .map(each -> new DriftRow(each, DriftKind.of(each.kind()).words()))
            .toList());
    model.put("count", 4L);
    model.put("firstPage", Optional.empty());
    model.put("nextPage", Optional.of("/admin/drift?cursor=x"));
    model.put("choices", new Choices(Samples.integrations()));
    sheet.framed("drift", "drift", "admin/drift/list", Optional.empty(), model);
    model.put("rows", List.of());
    model.put("count", 0L);
    sheet.framed("drift-none", "drift", "admin/drift/list", Optional.empty(), model);
  }

  private void callbacks() {
    CallbackView erring =
        Samples.callback("integration_link.erroring", 1, "One link is read soon.");
    CallbackView other = Samples.callback("end_user.processed", 0, "None: it is not about links.");
    Map<String, Object> model = new HashMap<>();
    model.put("query", new CallbackQuery(Optional.empty()));
    model.put("callbacks", List.of(erring, other));
    model.put("firstPage", Optional.empty());
    model.put("nextPage", Optional.empty());
    model.put("choices", new Choices(Samples.integrations()));
    sheet.framed("callbacks", "webhooks", "admin/webhooks/callbacks", Optional.empty(), model);
    model.put("callbacks", List.of());
    sheet.framed("callbacks-none", "webhooks", "admin/webhooks/callbacks", Optional.empty(), model);
    sheet.framed(
        "callback",
        "webhooks",
        "admin/webhooks/callback",
        Optional.empty(),
        Map.of("callback", erring, "payload", "{\n  \"topic\": \"integration_link.erroring\"\n}"));
  }

  private void imports() {
    Map<String, Object> model = new HashMap<>();
    model.put(
        "imports", List.of(Samples.importOf("running", 0), Samples.importOf("broken_off", 0)));
    model.put("firstPage", Optional.empty());
    model.put("nextPage", Optional.of("/admin/imports?cursor=x"));
    model.put("choices", new Choices(Samples.integrations()));
    model.put("problem", Optional.of("The file is missing: choose one."));
    sheet.framed("imports", "imports", "admin/imports/list", Optional.empty(), model);
    model.put("imports", List.of());
    sheet.framed("imports-none", "imports", "admin/imports/list", Optional.empty(), model);
    for (ImportView each :
        List.of(
            Samples.importOf("running", 0),
            Samples.importOf("done", 2),
            Samples.importOf("receiving", 0),
            Samples.importOf("broken_off", 0),
            Samples.importOf("cancelled", 0))) {
      oneImport(each);
    }
  }

  private void oneImport(ImportView shown) {
    Map<String, Object> model = new HashMap<>();
    model.put("shown", shown);
    model.put("headline", ImportHeadline.of(shown));
    model.put(
        "rejected",
        shown.lines().rejected() == 0
            ? List.of()
            : List.of(
                new RejectedLine(17, "access_token is missing"),
                new RejectedLine(1_203, "is not valid JSON")));
    model.put("firstPage", Optional.empty());
    model.put("nextPage", Optional.of("/admin/imports/x?cursor=1203"));
    sheet.framed(
        "import-" + shown.status(), "imports", "admin/imports/detail", Optional.empty(), model);
  }
}
