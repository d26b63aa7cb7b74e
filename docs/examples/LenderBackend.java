import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a lender's backend does to have one customer's bank connected, with nothing but the JDK. Run
 * it beside ./run:
 *
 * <pre>
 * BRIDGE_URL=http://localhost:8080 BRIDGE_KEY=hb_demo_… SANDBOX_URL=http://127.0.0.1:8081 \
 *   java docs/examples/LenderBackend.java cust_8812
 * </pre>
 */
public final class LenderBackend {
  private static final int TRIES = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient http = HttpClient.newHttpClient();
  private final String bridge;
  private final String key;

  private LenderBackend(String bridge, String key) {
    this.bridge = bridge;
    this.key = key;
  }

  public static void main(String[] arguments) throws Exception {
    LenderBackend backend = new LenderBackend(System.getenv("BRIDGE_URL"), System.getenv("BRIDGE_KEY"));
    String customer = arguments[0];
    String integration = System.getenv("INTEGRATION_ID");
    if (integration == null) {
      integration = text(backend.call("GET", "/integrations", ""), "id");
    }

    // 1. Your server asks for a link token and hands it to your page, which opens Plaid Link with it.
    String token = backend.linkToken(integration, customer);

    // 2. Your page hands back what Link gave to onSuccess. Here the sandbox goes through Link.
    String linked = goThroughLink(token);

    // 3. Your server passes it on, and keeps the item's id.
    String item = backend.exchange(integration, customer, linked);
    System.out.println("item " + item);

    // 4. A moment later the bank is linked at Heron; until then the bridge goes on trying.
    System.out.println("link " + backend.awaitLink(item));
  }

  private String linkToken(String integration, String customer) throws Exception {
    String body =
        "{\"integration_id\": \"%s\", \"end_user_id\": \"%s\"}".formatted(integration, customer);
    return text(call("POST", "/link-tokens", body), "link_token");
  }

  /** The same exchange may be sent again however often: it is done once. */
  private String exchange(String integration, String customer, String linked) throws Exception {
    String body =
        """
        {"integration_id": "%s", "end_user_id": "%s", "public_token": "%s", "metadata": %s}"""
            .formatted(
                integration, customer, text(linked, "public_token"), object(linked, "metadata"));
    return text(call("POST", "/items/exchange", body), "item_id");
  }

  private String awaitLink(String item) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    String status;
    do {
      Thread.sleep(500);
      String link = object(call("GET", "/items/" + item, ""), "integration_link");
      status = text(link, "status");
    } while (status.equals("pending") && System.nanoTime() < end);
    return status;
  }

  /** Calls the bridge; "try again" and a broken connection are heeded, everything else is final. */
  private String call(String method, String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(bridge + "/api/v1" + path))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .timeout(PATIENCE)
            .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    for (int tries = 1; ; tries++) {
      try {
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() < 300) {
          return answer.body();
        }
        boolean again = answer.statusCode() == 503 || answer.statusCode() == 429;
        if (!again || tries == TRIES) {
          throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        Thread.sleep(1000 * answer.headers().firstValueAsLong("Retry-After").orElse(1));
      } catch (IOException e) {
        if (tries == TRIES) {
          throw e;
        }
        Thread.sleep(1000);
      }
    }
  }

  private static String goThroughLink(String token) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(System.getenv("SANDBOX_URL") + "/control/link/complete"))
            .POST(
                BodyPublishers.ofString(
                    "{\"link_token\": \"%s\", \"institution_id\": \"ins_109508\"}".formatted(token)))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  /** The first text of that name. You have a JSON library; the JDK has none. */
  private static String text(String json, String name) {
    Matcher found = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
    if (!found.find()) {
      throw new IllegalStateException("no " + name + " in the answer");
    }
    return found.group(1);
  }

  /** The first object of that name, as it stands. */
  private static String object(String json, String name) {
    int start = json.indexOf('{', json.indexOf("\"" + name + "\""));
    int depth = 0;
    for (int at = start; at < json.length(); at++) {
      depth += json.charAt(at) == '{' ? 1 : json.charAt(at) == '}' ? -1 : 0;
      if (depth == 0) {
        return json.substring(start, at + 1);
      }
    }
    throw new IllegalStateException("no " + name + " in the answer");
  }
}
