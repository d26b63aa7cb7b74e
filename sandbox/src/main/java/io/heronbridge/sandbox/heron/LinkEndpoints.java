package io.heronbridge.sandbox.heron;

import com.google.gson.JsonObject;
import io.heronbridge.sandbox.http.Answer;
import io.heronbridge.sandbox.http.Json;
import io.heronbridge.sandbox.http.Request;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The calls about integration links. */
final class LinkEndpoints {
  private static final Set<String> FIELDS =
      Set.of("item_id", "access_token", "end_user_id", "end_user_name", "asset_report_token");
  private static final List<String> REQUIRED = List.of("item_id", "access_token", "end_user_id");
  private final HeronSettings settings;
  private final IntegrationEndpoints integrations;
  private final EndUsers endUsers;
  private final SandboxIntegrationLinks links;
  private final LinkLife life;
  private final RateWindow refreshes = new RateWindow();

  LinkEndpoints(
      HeronSettings settings,
      IntegrationEndpoints integrations,
      EndUsers endUsers,
      SandboxIntegrationLinks links,
      LinkLife life) {
    this.settings = settings;
    this.integrations = integrations;
    this.endUsers = endUsers;
    this.links = links;
    this.life = life;
  }

  Answer create(Request request) {
    SandboxIntegrationLink.Home home = integrations.home(request.variable("id"));
    requireActive();
    HeronBody body = HeronBody.of(request);
    if (settings.on(HeronSettings.STRICT_FIELDS)) {
      body.allowOnly(FIELDS);
    }
    body.requireTexts(REQUIRED);
    String itemId = filled(body, "item_id");
    String token = filled(body, "access_token");
    String endUserId = filled(body, "end_user_id");
    checkToken(itemId, token);
    EndUser user = endUser(endUserId, body.textOr("end_user_name", ""));
    SandboxIntegrationLink link = new SandboxIntegrationLink(home, user, itemId, token);
    Optional<SandboxIntegrationLink> former = links.addIfAbsent(link);
    if (former.isPresent()) {
      return repeated(former.get(), user, token);
    }
    life.begin(link);
    return answer(201, "link", link.toNewJson());
  }

  private void requireActive() {
    if (!settings.on(HeronSettings.INTEGRATION_ACTIVE)) {
      int status = Integer.parseInt(settings.switches().text(HeronSettings.INACTIVE_INTEGRATION));
      throw HeronRefusal.of(status, "Integration is not active");
    }
  }

  private static String filled(HeronBody body, String name) {
    String text = body.text(name);
    if (text.isEmpty()) {
      throw HeronRefusal.field(name, "Shorter than minimum length 1.");
    }
    return text;
  }

  private void checkToken(String itemId, String token) {
    if (settings.is(HeronSettings.TOKEN_CHECK, "at_once")) {
      life.problem(itemId, token)
          .ifPresent(
              problem -> {
                throw HeronRefusal.field("access_token", "Plaid refuses it: " + problem.code());
              });
    }
  }

  private EndUser endUser(String id, String name) {
    return settings.is(HeronSettings.UNKNOWN_END_USER, "404")
        ? endUsers.require(id)
        : endUsers.findOrCreate(id, name);
  }

  private Answer repeated(SandboxIntegrationLink former, EndUser user, String token) {
    if (!former.endUserHeronId().equals(user.heronId())) {
      throw HeronRefusal.of(409, "This item is linked to another end user");
    }
    if (former.status() == LinkStatus.SYNC_DISABLED
        && settings.is(HeronSettings.LINK_AFTER_DELETE, "201")) {
      former.replaceToken(token);
      life.begin(former);
      return answer(201, "link", former.toNewJson());
    }
    return switch (settings.switches().text(HeronSettings.DUPLICATE_LINK)) {
      case "200" -> answer(200, "link", former.toNewJson());
      case "201" -> answer(201, "link", former.toNewJson());
      case "422" -> throw HeronRefusal.field("item_id", "A link for this item exists.");
      default -> throw HeronRefusal.of(409, "A link for this item exists");
    };
  }

  Answer list(Request request) {
    String integration = request.variable("id");
    integrations.require(integration);
    return listed(
        knownEndUser(queriedEndUser(request)).stream()
            .flatMap(user -> links.of(user, integration).stream())
            .toList());
  }

  Answer listOfEndUser(Request request) {
    return listed(
        knownEndUser(request.variable("id")).stream()
            .flatMap(user -> links.of(user).stream())
            .toList());
  }

  private static String queriedEndUser(Request request) {
    return request
        .queryValue("end_user_id_or_heron_id")
        .filter(id -> !id.isEmpty())
        .orElseThrow(
            () ->
                HeronRefusal.inField(
                    "query", "end_user_id_or_heron_id", "Missing data for required field."));
  }

  private Optional<EndUser> knownEndUser(String id) {
    return settings.is(HeronSettings.LINKS_OF_UNKNOWN_END_USER, "empty")
        ? endUsers.find(id)
        : Optional.of(endUsers.require(id));
  }

  private Answer listed(List<SandboxIntegrationLink> found) {
    List<JsonObject> shown = found.stream().map(link -> worded(link.toJson())).toList();
    return Answer.json(200, Json.object("links", shown));
  }

  Answer delete(Request request) {
    String integration = request.variable("id");
    integrations.require(integration);
    endUsers
        .find(queriedEndUser(request))
        .ifPresent(
            user ->
                links.of(user, integration).forEach(link -> link.move(LinkStatus.SYNC_DISABLED)));
    return Answer.empty(204);
  }

  Answer refresh(Request request) {
    integrations.require(request.variable("id"));
    RateWindow.Verdict verdict =
        refreshes.admit(settings.number(HeronSettings.REFRESH_LIMIT), Instant.now());
    if (!verdict.allowed()) {
      return HeronRefusal.of(429, verdict.limit() + " per 1 minute")
          .answer()
          .with(verdict.headers());
    }
    SandboxIntegrationLink link = links.require(request.variable("item"));
    life.refresh(link);
    return answer(200, "link", link.toJson());
  }

  /** Fetches asset reports anew; a partial failure is a 422 with a body of its own. */
  Answer refreshAssetReports(Request request) {
    String integration = request.variable("id");
    integrations.require(integration);
    if (!integrations.bringsAssetReports(integration)) {
      throw HeronRefusal.of(404, "No asset reports found");
    }
    Optional<EndUser> only = request.queryValue("end_user_id_or_heron_id").map(endUsers::require);
    List<SandboxIntegrationLink> wanted =
        links.all().stream()
            .filter(link -> link.integrationId().equals(integration))
            .filter(
                link -> only.map(user -> user.heronId().equals(link.endUserHeronId())).orElse(true))
            .toList();
    List<String> failed =
        wanted.stream()
            .filter(link -> life.problem(link.itemId(), link.accessToken()).isPresent())
            .map(SandboxIntegrationLink::itemId)
            .toList();
    wanted.forEach(life::refresh);
    int processed = wanted.size() - failed.size();
    return Answer.json(
        failed.isEmpty() ? 200 : 422,
        Json.object("failed_links", failed, "processed_links", processed));
  }

  Answer updateToken(Request request) {
    HeronBody body = HeronBody.of(request);
    boolean otherKey =
        settings.on(HeronSettings.UPDATE_UNDER_LINK_KEY) && body.has("integration_link");
    String token = filled(body.inside(otherKey ? "integration_link" : "end_user"), "access_token");
    SandboxIntegrationLink link = links.require(request.variable("item"));
    checkToken(link.itemId(), token);
    link.replaceToken(token);
    life.begin(link);
    return answer(200, "integration_link", link.toJson());
  }

  private Answer answer(int status, String name, JsonObject link) {
    return Answer.json(status, Json.object(name, worded(link)));
  }

  /** Heron does not say whether a field without a value is null or not there. */
  private JsonObject worded(JsonObject link) {
    if (settings.is(HeronSettings.ABSENT_FIELDS, "omitted")) {
      link.entrySet().removeIf(field -> field.getValue().isJsonNull());
    }
    return link;
  }

  void clear() {
    refreshes.clear();
  }
}
