package io.heronbridge.sandbox.heron;

import com.google.gson.JsonObject;
import io.heronbridge.sandbox.http.Answer;
import io.heronbridge.sandbox.http.Handler;
import io.heronbridge.sandbox.http.Json;
import io.heronbridge.sandbox.http.Request;
import io.heronbridge.sandbox.plaid.SigningKey;
import io.heronbridge.sandbox.plaid.SigningKeys;
import java.time.Instant;
import java.util.Optional;

/** Heron's webhook URL: takes what Plaid sent, directly or passed on, and needs no key. */
final class WebhookReceiver implements Handler {
  private final HeronSettings settings;
  private final SandboxIntegrationLinks links;
  private final LinkLife life;
  private final SignatureCheck check;
  private final ReceivedRelays relays = new ReceivedRelays();

  WebhookReceiver(
      HeronSettings settings, SandboxIntegrationLinks links, LinkLife life, SigningKeys keys) {
    this.settings = settings;
    this.links = links;
    this.life = life;
    this.check =
        new SignatureCheck(
            id -> keys.find(id).filter(key -> !key.isExpired()).map(SigningKey::publicKey));
  }

  ReceivedRelays relays() {
    return relays;
  }

  @Override
  public Answer handle(Request request) {
    SignatureCheck.Verdict verdict =
        check.check(request.headerValues("Plaid-Verification"), request.body(), Instant.now());
    Answer answer = answer(request, verdict);
    relays.add(request, verdict, answer.status());
    return answer;
  }

  private Answer answer(Request request, SignatureCheck.Verdict verdict) {
    if (settings.is(HeronSettings.WEBHOOK_CHECK, "strict") && !verdict.isValid()) {
      int status = Integer.parseInt(settings.switches().text(HeronSettings.WEBHOOK_REFUSAL));
      return HeronRefusal.of(status, "Plaid-Verification: " + verdict.finding()).answer();
    }
    Optional<SandboxIntegrationLink> link =
        request.json().flatMap(json -> Json.text(json, "item_id")).flatMap(links::find);
    if (link.isEmpty() && settings.is(HeronSettings.WEBHOOK_OF_UNKNOWN_ITEM, "404")) {
      return HeronRefusal.of(404, "No link for this item").answer();
    }
    if (verdict.isValid()) {
      link.ifPresent(life::hear);
    }
    return Answer.json(200, new JsonObject());
  }
}
