package io.heronbridge.it.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.heronbridge.sandbox.Sandbox;
import io.heronbridge.sandbox.plaid.LinkedItem;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** A lender's backend that repeats a call until it is answered, as the API promises it may. */
public final class Lender {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Set<Integer> NO_ANSWER = Set.of(502, 503, 504);

  private final Sandbox sandbox;
  private final String integration;

  private Lender(Sandbox sandbox, String integration) {
    this.sandbox = sandbox;
    this.integration = integration;
  }

  /** Sets up an integration with the sandbox of the tests. */
  public static Lender with(ApiClient api) {
    Sandbox sandbox = TestRun.current().sandbox().sandbox();
    Answer made = api.post("/api/v1/integrations", Examples.integrationWith(sandbox));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    return new Lender(sandbox, made.text("id"));
  }

  /** An end user connects a bank; the answer is the item that was acknowledged. */
  public String connect(ApiClient api) {
    String endUser = Examples.anEndUser();
    Answer token =
        answered(
            () ->
                api.post(
                    "/api/v1/link-tokens",
                    Map.of("integration_id", integration, "end_user_id", endUser)));
    LinkedItem linked = sandbox.link().link(token.text("link_token"), Examples.FIRST_PLATYPUS.id());
    Secrets.remember(linked.publicToken());
    Secrets.remember(linked.item().accessToken());
    JsonObject request = new JsonObject();
    request.addProperty("integration_id", integration);
    request.addProperty("end_user_id", endUser);
    request.addProperty("public_token", linked.publicToken());
    request.add("metadata", linked.metadata());
    return answered(() -> api.post("/api/v1/items/exchange", request)).text("item_id");
  }

  private static Answer answered(Supplier<Answer> call) {
    Answer[] last = new Answer[1];
    Eventually.within(
        PATIENCE,
        () -> {
          last[0] = call.get();
          if (!NO_ANSWER.contains(last[0].status()) && last[0].status() / 100 != 2) {
            throw new Eventually.FinalFailure(last[0].status() + " " + last[0].body());
          }
          assertThat(last[0].status()).as(last[0].body()).isBetween(200, 299);
        });
    return last[0];
  }
}
