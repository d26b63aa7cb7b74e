package io.heronbridge.portal.sample;

import static io.heronbridge.portal.page.SampleEngine.NOW;

import io.heronbridge.integration.audit.AuditView;
import io.heronbridge.integration.enduser.EndUserView;
import io.heronbridge.integration.item.ItemFilter;
import io.heronbridge.integration.item.ItemView;
import io.heronbridge.integration.item.LinkFilter;
import io.heronbridge.integration.item.LinkView;
import io.heronbridge.integration.link.HostedLink;
import io.heronbridge.integration.link.LostExchange;
import io.heronbridge.integration.overview.Overview;
import io.heronbridge.integration.problem.FieldProblem;
import io.heronbridge.integration.relay.RefusedCount;
import io.heronbridge.integration.relay.WebhookFilter;
import io.heronbridge.integration.relay.WebhookView;
import io.heronbridge.integration.setup.IntegrationView;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.portal.admin.AttemptLine;
import io.heronbridge.portal.admin.Choices;
import io.heronbridge.portal.admin.Confirmation;
import io.heronbridge.portal.admin.audit.AuditQuery;
import io.heronbridge.portal.admin.endusers.EraseEndUserAction;
import io.heronbridge.portal.admin.endusers.ExitLine;
import io.heronbridge.portal.admin.integrations.IntegrationForm;
import io.heronbridge.portal.admin.items.ItemPage;
import io.heronbridge.portal.admin.items.RemoveItemAction;
import io.heronbridge.portal.admin.items.StoryLine;
import io.heronbridge.portal.admin.links.Headline;
import io.heronbridge.portal.admin.links.LinkQuery;
import io.heronbridge.portal.admin.links.LinkRow;
import io.heronbridge.portal.admin.overview.OverviewPage;
import io.heronbridge.portal.admin.webhooks.Fate;
import io.heronbridge.portal.admin.webhooks.WebhookQuery;
import io.heronbridge.portal.connect.BankLine;
import io.heronbridge.portal.connect.Closed;
import io.heronbridge.portal.page.Flash;
import io.heronbridge.portal.page.Problem;
import io.heronbridge.portal.page.TemplateRenderer;
import io.heronbridge.portal.page.Texts;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Every page of the portal in its telling states, by name. */
public final class SamplePages {
  private static final Texts ENGLISH = Texts.in(Locale.ENGLISH);

  private final SampleSheet sheet;

  private SamplePages(SampleSheet sheet) {
    this.sheet = sheet;
  }

  /** The pages' HTML, as somebody with the role sees them. */
  public static Map<String, String> all(Role role) {
    SampleSheet sheet = new SampleSheet(role);
    SamplePages samples = new SamplePages(sheet);
    samples.overview();
    samples.links();
    samples.itemsAndWebhooks();
    samples.endUsers();
    samples.integrations();
    samples.lostConnections();
    samples.audit();
    samples.rest();
    samples.connect();
    new SampleWorkPages(sheet).draw();
    return sheet.pages();
  }

  private void overview() {
    overview("overview-busy", OverviewSamples.busyDay());
    overview("overview-quiet", OverviewSamples.quietDay());
    overview("overview-first", OverviewSamples.firstDay());
  }

  private void overview(String name, Overview overview) {
    Map<String, Object> model = OverviewPage.model(overview, OverviewSamples.hour(), NOW);
    sheet.framed(name, "overview", "admin/overview", Optional.empty(), model);
  }

  private void links() {
    LinkQuery query =
        new LinkQuery(
            new LinkFilter(
                Optional.of("failed"),
                Optional.of(Samples.ACME),
                Optional.empty(),
                Optional.of("http_status"),
                Optional.empty()));
    Map<String, Object> model = new HashMap<>();
    model.put("query", query);
    model.put("rows", Samples.links().stream().map(LinkRow::of).toList());
    model.put("count", 128L);
    model.put("countCap", 10_000L);
    model.put("bulk", query);
    model.put("failed", 128L);
    model.put("firstPage", Optional.of("/admin/links"));
    model.put("nextPage", Optional.of("/admin/links?cursor=x"));
    model.put("choices", new Choices(Samples.integrations()));
    model.put("kinds", LinkRow.Kind.all(Optional.empty()));
    sheet.framed(
        "links", "links", "admin/links/list", Optional.of(Flash.done("Resent 3 links.")), model);
    model.put("rows", List.of());
    sheet.framed("links-none", "links", "admin/links/list", Optional.empty(), model);
    for (LinkView link : Samples.links()) {
      link(link);
    }
  }

  private void link(LinkView link) {
    Map<String, Object> model =
        Map.of(
            "link", link,
            "drift",
                link.status().equals("linked")
                    ? Optional.of(Samples.drift().get(0))
                    : Optional.empty(),
            "item", Samples.item("First Platypus Bank", "active", link),
            "headline", Headline.of(link, false),
            "row", LinkRow.of(link),
            "attempts", AttemptLine.all(Samples.attempts()));
    sheet.framed(
        "link-" + link.endUserId(), "links", "admin/links/detail", Optional.empty(), model);
  }

  private void itemsAndWebhooks() {
    Map<String, Object> model = new HashMap<>();
    model.put("filter", new ItemFilter(Optional.empty(), Optional.empty(), Optional.empty()));
    model.put("narrow", false);
    model.put("items", banks());
    model.put("firstPage", Optional.empty());
    model.put("nextPage", Optional.empty());
    model.put("choices", new Choices(Samples.integrations()));
    sheet.framed("items", "items", "admin/items/list", Optional.empty(), model);
    for (ItemView item : banks()) {
      story(item);
    }
    model.put(
        "query",
        new WebhookQuery(new WebhookFilter(Optional.empty(), Optional.empty(), Optional.empty())));
    model.put(
        "webhooks",
        List.of(
            Samples.webhook("SYNC_UPDATES_AVAILABLE", "delivered"),
            Samples.webhook("DEFAULT_UPDATE", "failed"),
            Samples.webhook("HISTORICAL_UPDATE", "refresh_requested")));
    model.put("refused", List.of(new RefusedCount("Acme production", "wrong_signature", 2, NOW)));
    model.put("direct", true);
    sheet.framed("webhooks", "webhooks", "admin/webhooks/list", Optional.empty(), model);
    webhook(Samples.webhook("DEFAULT_UPDATE", "failed"));
  }

  private void story(ItemView item) {
    Map<String, Object> model = new HashMap<>(ItemPage.model(StorySamples.story(item)));
    model.put("lines", StoryLine.all(StorySamples.storyLines()));
    model.put("firstPage", Optional.empty());
    model.put("nextPage", Optional.of("/admin/items/x?cursor=y"));
    model.put("live", false);
    sheet.framed("item-" + item.status(), "items", "admin/items/detail", Optional.empty(), model);
    sheet.framed(
        "item-removal-" + item.status(),
        "items",
        "admin/confirm",
        Optional.empty(),
        Map.of("question", RemoveItemAction.question(item)));
  }

  private void webhook(WebhookView webhook) {
    Map<String, Object> model =
        Map.of(
            "webhook", webhook,
            "payload", "{\n  \"webhook_code\": \"<b>DEFAULT_UPDATE</b>\"\n}",
            "headers",
                List.of(
                    "Plaid-Verification: eyJhbGciOiJFUzI1NiJ9…", "Content-Type: application/json"),
            "fate", Fate.of(webhook),
            "attempts", AttemptLine.all(Samples.attempts()));
    sheet.framed("webhook", "webhooks", "admin/webhooks/detail", Optional.empty(), model);
  }

  private static List<ItemView> banks() {
    List<LinkView> links = Samples.links();
    return List.of(
        Samples.item("First Platypus Bank", "active", links.get(3)),
        Samples.item("Tartan Bank", "login_required", links.get(0)),
        Samples.item("First Gingham", "pending_disconnect", links.get(3)),
        Samples.item("Houndstooth", "revoked", links.get(3)),
        Samples.item("Tattersall", "removed", links.get(4)));
  }

  private void endUsers() {
    EndUserView ada = new EndUserView("cust_8812", Optional.of("Ada Example"), NOW);
    Map<String, Object> model = new HashMap<>();
    model.put("text", "");
    model.put("endUsers", List.of(ada, new EndUserView("cust_1190", Optional.empty(), NOW)));
    model.put("firstPage", Optional.empty());
    model.put("nextPage", Optional.empty());
    model.put("problem", Optional.of("There is an end user with this id already."));
    model.put("typedId", "cust_8812");
    model.put("typedName", "");
    sheet.framed("end-users", "end-users", "admin/endusers/list", Optional.empty(), model);
    model.put("endUser", ada);
    model.put("banks", banks());
    model.put("moreBanks", false);
    model.put("choices", new Choices(Samples.integrations()));
    model.put("problem", Optional.empty());
    model.put("chosen", "");
    model.put("returnUrl", "");
    model.put("hostedLink", Optional.empty());
    model.put("sessions", StorySamples.sessions());
    model.put("exits", StorySamples.exits().stream().map(ExitLine::of).toList());
    model.put("lines", StoryLine.ofEndUser(StorySamples.told()));
    sheet.framed("end-user", "end-users", "admin/endusers/detail", Optional.empty(), model);
    sheet.framed(
        "end-user-erasure",
        "end-users",
        "admin/confirm",
        Optional.empty(),
        Map.of("question", EraseEndUserAction.question(ada, 2)));
    model.put(
        "hostedLink",
        Optional.of(
            new HostedLink(
                Samples.LINK,
                "https://bridge.acme.example/connect/Zk3vV0pW7xq2n8m1rT5yB6uE9aLdQfGh",
                NOW.plus(Duration.ofHours(1)))));
    sheet.framed("end-user-link", "end-users", "admin/endusers/detail", Optional.empty(), model);
  }

  private void integrations() {
    IntegrationView acme = Samples.integrations().get(0);
    Map<String, Object> model = new HashMap<>();
    model.put("integrations", Samples.integrations());
    sheet.framed(
        "integrations", "integrations", "admin/integrations/list", Optional.empty(), model);
    model.put("form", IntegrationForm.fresh());
    model.put("conflict", Optional.empty());
    sheet.framed(
        "integration-new", "integrations", "admin/integrations/new", Optional.empty(), model);
    IntegrationForm wrong = IntegrationForm.of(acme);
    wrong.add(List.of(new FieldProblem("heron.link_url", "must be an https URL")));
    wrong.add(List.of(new FieldProblem("client_name", "must have at most 30 characters")));
    model.put("form", wrong);
    model.put("integration", acme);
    model.put("guide", GuideSamples.begun(acme));
    model.put("look", Samples.brand());
    sheet.framed(
        "integration", "integrations", "admin/integrations/detail", Optional.empty(), model);
    herons(model);
  }

  private void herons(Map<String, Object> model) {
    model.put("problem", Optional.empty());
    model.put("offers", Samples.offers());
    sheet.framed(
        "integration-heron", "integrations", "admin/integrations/heron", Optional.empty(), model);
    model.put("offers", List.of());
    sheet.framed(
        "integration-heron-none",
        "integrations",
        "admin/integrations/heron",
        Optional.empty(),
        model);
    model.put("problem", Optional.of("Heron refuses the API key (401)."));
    sheet.framed(
        "integration-heron-broken",
        "integrations",
        "admin/integrations/heron",
        Optional.empty(),
        model);
  }

  private void lostConnections() {
    LostExchange loss =
        new LostExchange(
            NOW.minusSeconds(300),
            "cust_1190",
            "Acme sandbox",
            Optional.of("Tartan Bank"),
            Optional.of("5f1c2b7e-session"),
            Optional.empty());
    sheet.framed(
        "lost-connections",
        "overview",
        "admin/exchanges/lost",
        Optional.empty(),
        Map.of("losses", List.of(loss)));
  }

  private void audit() {
    AuditView entry =
        new AuditView(
            NOW, "user:ana", "link.resend", "link:" + Samples.LINK, Optional.of("history kept"));
    Map<String, Object> audit =
        Map.of(
            "query",
            new AuditQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            "entries",
            List.of(entry),
            "firstPage",
            Optional.empty(),
            "nextPage",
            Optional.empty());
    sheet.framed("audit", "audit", "admin/audit/list", Optional.empty(), audit);
  }

  private void rest() {
    Confirmation question =
        new Confirmation(
            "Cancel this resend job?",
            List.of("881 links not resent yet stay failed.", "400 links resent already go on."),
            new Confirmation.Target("/admin/resend-jobs/x", "Cancel the job", true),
            "/admin/resend-jobs/x",
            List.of(new Confirmation.Field("confirmed", "yes")));
    sheet.framed(
        "confirm", "links", "admin/confirm", Optional.empty(), Map.of("question", question));
    Problem problem = new Problem(404, "Not found", "There is no link 4.", "It may be gone.");
    sheet.framed(
        "admin-problem",
        "links",
        "admin/problem",
        Optional.of(Flash.problem("That did not work.")),
        Map.of("problem", problem));
    sheet.add("problem", "error/problem", Map.of("problem", problem, "admin", true));
    Map<String, Object> signIn = new HashMap<>();
    signIn.put("next", "/admin/links");
    signIn.put("username", "");
    signIn.put("problem", Optional.empty());
    signIn.put("signedOut", true);
    sheet.add("sign-in", "session/sign-in", signIn);
    signIn.put("username", "ana");
    signIn.put("problem", Optional.of("That username and password do not match."));
    sheet.add("sign-in-wrong", "session/sign-in", signIn);
  }

  private void connect() {
    connect("connect-first", List.of(), Optional.empty());
    LinkView linked = Samples.links().get(3);
    connect(
        "connect-states",
        List.of(
            Samples.item("First Platypus Bank", "active", linked),
            Samples.item("First Gingham Credit Union", "active", linked),
            Samples.item("Tartan Bank", "login_required", linked),
            Samples.item("Houndstooth Bank", "pending_disconnect", linked),
            Samples.item("Tattersall Federal Credit Union", "revoked", linked)),
        Optional.empty());
    connect(
        "connect-banks", banks(), Optional.of(Flash.problem("Tartan Bank is still connected.")));
    connect(
        "connect-done",
        banks(),
        Optional.of(new Flash(Flash.Kind.CONNECTED, "First Platypus Bank")));
    connect("connect-spanish", banks(), Optional.empty(), Texts.in(Locale.forLanguageTag("es")));
    sheet.add(
        "connect-disconnect",
        "connect/disconnect",
        Map.of("hosted", Samples.session(banks()), "bank", BankLine.of(banks().get(0), ENGLISH)));
    for (Closed closed : Closed.values()) {
      Map<String, Object> model = Map.of("closed", closed.to(Optional.of("Acme"), ENGLISH));
      sheet.add("connect-" + closed.name().toLowerCase(), "connect/closed", model);
    }
    Problem broken = new Problem(500, "Broken", "", "");
    sheet.add("connect-problem", "connect/problem", Map.of("problem", broken));
  }

  private void connect(String name, List<ItemView> banks, Optional<Flash> flash) {
    connect(name, banks, flash, ENGLISH);
  }

  private void connect(String name, List<ItemView> banks, Optional<Flash> flash, Texts texts) {
    Map<String, Object> model = new HashMap<>();
    model.put("hosted", Samples.session(banks));
    model.put("banks", banks.stream().map(bank -> BankLine.of(bank, texts)).toList());
    model.put("texts", texts);
    model.put("words", "{}");
    model.put(TemplateRenderer.LANGUAGE, texts.locale());
    model.put("script", "https://cdn.plaid.com/link/v2/stable/link-initialize.js");
    model.put("returning", false);
    model.put("flash", flash);
    sheet.add(name, "connect/session", model);
  }
}
