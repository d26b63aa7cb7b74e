package io.heronbridge.sandbox.heron;

import com.google.gson.JsonObject;
import io.heronbridge.sandbox.http.Answer;
import io.heronbridge.sandbox.http.Json;
import io.heronbridge.sandbox.http.Request;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The calls about end users. */
final class EndUserEndpoints {
  private static final int MOST_PER_PAGE = 10_000;
  private static final int USUAL_PER_PAGE = 1_000;
  private static final Map<String, Comparator<EndUser>> ORDERS =
      Map.of(
          "last_updated_desc", Comparator.comparing(EndUser::lastUpdated).reversed(),
          "last_updated_asc", Comparator.comparing(EndUser::lastUpdated),
          "created_desc", Comparator.comparing(EndUser::created).reversed(),
          "created_asc", Comparator.comparing(EndUser::created));
  private final EndUsers endUsers;
  private final SandboxIntegrationLinks links;

  EndUserEndpoints(EndUsers endUsers, SandboxIntegrationLinks links) {
    this.endUsers = endUsers;
    this.links = links;
  }

  Answer create(Request request) {
    HeronBody body = HeronBody.of(request).inside("end_user");
    return answer(201, endUsers.create(body.text("end_user_id"), body.fields()));
  }

  Answer update(Request request) {
    HeronBody body = HeronBody.of(request).inside("end_user");
    return answer(200, endUsers.change(body.text("end_user_id"), body.fields()));
  }

  Answer get(Request request) {
    return answer(200, endUsers.require(request.variable("id")));
  }

  private static Answer answer(int status, EndUser user) {
    return Answer.json(status, Json.object("end_user", user.toJson()));
  }

  Answer list(Request request) {
    int page = number(request, "page", 1, Integer.MAX_VALUE);
    int limit = number(request, "limit", USUAL_PER_PAGE, MOST_PER_PAGE);
    Comparator<EndUser> order =
        ORDERS.get(request.queryValue("order_by").orElse("last_updated_desc"));
    if (order == null) {
      throw HeronRefusal.inField("query", "order_by", "Must be one of: " + ORDERS.keySet());
    }
    List<EndUser> found =
        endUsers.all().stream().filter(user -> isWanted(user, request)).sorted(order).toList();
    int pages = Math.max(1, (found.size() + limit - 1) / limit);
    List<JsonObject> shown =
        found.stream().skip((long) (page - 1) * limit).limit(limit).map(EndUser::toJson).toList();
    JsonObject meta =
        Json.object(
            "limit",
            limit,
            "next_url",
            page < pages ? pageUrl(page + 1, limit) : null,
            "page",
            page,
            "pages",
            pages,
            "prev_url",
            page > 1 ? pageUrl(page - 1, limit) : null,
            "total",
            found.size());
    return Answer.json(200, Json.object("_meta", meta, "end_users", shown));
  }

  private static String pageUrl(int page, int limit) {
    return "/api/end_users?page=%d&limit=%d".formatted(page, limit);
  }

  private static boolean isWanted(EndUser user, Request request) {
    return equalsWhenAsked(request, "end_user_id", user.endUserId())
        && equalsWhenAsked(request, "heron_id", user.heronId())
        && equalsWhenAsked(request, "name", user.name())
        && equalsWhenAsked(request, "status", "new")
        && equalsWhenAsked(request, "is_portfolio", Boolean.toString(user.portfolio()));
  }

  private static boolean equalsWhenAsked(Request request, String name, String actual) {
    return request.queryValue(name).map(actual::equals).orElse(true);
  }

  private static int number(Request request, String name, int standard, int most) {
    String text = request.queryValue(name).orElse(Integer.toString(standard));
    int number = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    if (number < 1 || number > most) {
      throw HeronRefusal.inField("query", name, "Must be a whole number from 1 to " + most);
    }
    return number;
  }

  /** While a link of the end user is being read, Heron is still at work. */
  Answer processingStatus(Request request) {
    EndUser user = endUsers.require(request.variable("id"));
    boolean atWork = links.of(user).stream().anyMatch(link -> link.status() == LinkStatus.SYNCING);
    return Answer.json(200, Json.object("status", atWork ? "processing" : "processed"));
  }

  Answer dataSources(Request request) {
    EndUser user = endUsers.require(request.variable("id"));
    return Answer.json(
        200, Json.element(links.of(user).stream().map(EndUserEndpoints::dataSource).toList()));
  }

  private static JsonObject dataSource(SandboxIntegrationLink link) {
    return Json.object(
        "heron_id", link.dataSourceId(),
        "is_enabled", link.status() != LinkStatus.SYNC_DISABLED,
        "metadata",
            Json.object(
                "integration_heron_id", link.integrationId(),
                "integration_item_id", link.itemId(),
                "last_successful_sync", link.lastSync()),
        "status", link.status().word(),
        "type", "integration_link");
  }

  Answer deleteLater(Request request) {
    EndUser user = remove(request);
    return Answer.json(202, Json.object("heron_id", user.heronId(), "status", "pending"));
  }

  Answer deleteNow(Request request) {
    remove(request);
    return Answer.empty(204);
  }

  private EndUser remove(Request request) {
    EndUser user = endUsers.require(request.variable("id"));
    links.removeAll(links.of(user));
    endUsers.remove(user);
    return user;
  }
}
