package io.heronbridge.it.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.heronbridge.sandbox.Sandbox;
import io.heronbridge.sandbox.plaid.LinkedItem;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** A lender's backend that repeats a call until it is answered, as the API promises it may. */
public final class Lender {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int LOST = 422;

  private final Sandbox sandbox;
  private final String integration;
  private final Supplier<ApiClient> nodes;

  private Lender(Sandbox sandbox, String integration, Supplier<ApiClient> nodes) {
    this.sandbox = sandbox;
    this.integration = integration;
    this.nodes = nodes;
  }

  /** Sets up an integration with the sandbox of the tests; every call goes to the next node. */
  public static Lender with(Supplier<ApiClient> nodes) {
    Sandbox sandbox = TestRun.current().sandbox().sandbox();
    return with(nodes, Examples.integrationWith(sandbox));
  }

  public static Lender with(Supplier<ApiClient> nodes, JsonObject integration) {
    Answer made = nodes.get().post("/api/v1/integrations", integration);
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    Sandbox sandbox = TestRun.current().sandbox().sandbox();
    return new Lender(sandbox, made.text("id"), nodes);
  }

  /** The same, but calling these nodes. */
  public Lender calling(Supplier<ApiClient> others) {
    return new Lender(sandbox, integration, others);
  }

  /** What came of going through Link. */
  public record Choice(String endUser, LinkedItem linked) {
    public String itemId() {
      return linked.item().itemId();
    }
  }

  /** An end user goes through Link and chooses a bank. */
  public Choice choose() {
    String endUser = Examples.anEndUser();
    Answer token =
        answered(
            api ->
                api.post(
                    "/api/v1/link-tokens",
                    Map.of("integration_id", integration, "end_user_id", endUser)));
    assertThat(token.status()).as(token.body()).isEqualTo(201);
    LinkedItem linked = sandbox.link().link(token.text("link_token"), Examples.FIRST_PLATYPUS.id());
    Secrets.remember(linked.publicToken());
    Secrets.remember(linked.item().accessToken());
    return new Choice(endUser, linked);
  }

  /** The item that was acknowledged; empty when the bridge says that the exchange was lost. */
  public Optional<String> exchange(Choice choice) {
    JsonObject request = new JsonObject();
    request.addProperty("integration_id", integration);
    request.addProperty("end_user_id", choice.endUser());
    request.addProperty("public_token", choice.linked().publicToken());
    request.add("metadata", choice.linked().metadata());
    Answer answer = answered(api -> api.post("/api/v1/items/exchange", request));
    if (answer.status() == LOST) {
      assertThat(answer.text("error_code")).as(answer.body()).isEqualTo("exchange_lost");
      return Optional.empty();
    }
    assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
    return Optional.of(answer.text("item_id"));
  }

  private Answer answered(Function<ApiClient, Answer> call) {
    Answer[] last = new Answer[1];
    Eventually.within(
        PATIENCE,
        () -> {
          last[0] = call.apply(nodes.get());
          assertThat(last[0].status()).as(last[0].body()).isLessThan(500);
          // A server whose application is not there yet answers with a page of its own.
          assertThat(last[0].header("Content-Type")).contains("json");
        });
    return last[0];
  }
}
