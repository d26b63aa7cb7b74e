package io.heronbridge.sandbox.plaid;

import com.google.gson.JsonObject;
import io.heronbridge.sandbox.http.Json;
import java.util.List;

/** The calls about institutions and webhook keys, which concern no item. */
final class ReferenceEndpoints {
  static final BodyForm INSTITUTION =
      BodyForm.withKeys()
          .requiredText("institution_id")
          .requiredTexts("country_codes")
          .object(
              "options",
              new BodyForm()
                  .flag(
                      "include_optional_metadata",
                      "include_status",
                      "include_auth_metadata",
                      "include_payment_initiation_metadata"));
  static final BodyForm KEY = BodyForm.withKeys().requiredText("key_id");
  private final SigningKeys keys;

  ReferenceEndpoints(SigningKeys keys) {
    this.keys = keys;
  }

  JsonObject institution(PlaidBody body) {
    List<String> countries = body.conformTo(INSTITUTION).words("country_codes");
    LinkTokenRules.checkCountries(countries);
    Institution institution = Institution.require(body.text("institution_id"));
    if (!institution.servesAnyOf(countries)) {
      throw new PlaidRefusal(
          PlaidError.invalidInput(
              "INVALID_INSTITUTION", "invalid institution_id for the given country_codes"));
    }
    PlaidBody options = body.object("options");
    return Json.object(
        "institution",
        institution.describe(
            options.flag("include_optional_metadata"), options.flag("include_status")));
  }

  JsonObject verificationKey(PlaidBody body) {
    String id = body.conformTo(KEY).text("key_id");
    SigningKey key =
        keys.find(id)
            .orElseThrow(
                () ->
                    new PlaidRefusal(
                        PlaidError.invalidInput(
                            "INVALID_WEBHOOK_VERIFICATION_KEY_ID", "no such key: " + id)));
    return Json.object("key", key.toJwk());
  }
}
