package io.heronbridge.sandbox.plaid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import com.google.gson.annotations.SerializedName;
import com.plaid.client.model.AccountsGetRequest;
import com.plaid.client.model.AccountsGetRequestOptions;
import com.plaid.client.model.InstitutionsGetByIdRequest;
import com.plaid.client.model.InstitutionsGetByIdRequestOptions;
import com.plaid.client.model.ItemGetRequest;
import com.plaid.client.model.ItemPublicTokenExchangeRequest;
import com.plaid.client.model.ItemRemoveRequest;
import com.plaid.client.model.ItemWebhookUpdateRequest;
import com.plaid.client.model.LinkTokenAccountFilters;
import com.plaid.client.model.LinkTokenCreateHostedLink;
import com.plaid.client.model.LinkTokenCreateRequest;
import com.plaid.client.model.LinkTokenCreateRequestUpdate;
import com.plaid.client.model.LinkTokenCreateRequestUser;
import com.plaid.client.model.LinkTokenGetRequest;
import com.plaid.client.model.SandboxItemFireWebhookRequest;
import com.plaid.client.model.SandboxItemResetLoginRequest;
import com.plaid.client.model.SandboxPublicTokenCreateRequest;
import com.plaid.client.model.SandboxPublicTokenCreateRequestOptions;
import com.plaid.client.model.WebhookVerificationKeyGetRequest;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BodyFormTest {
  private final BodyForm form =
      BodyForm.withKeys()
          .requiredText("name")
          .number("count")
          .flag("on")
          .texts("words")
          .oneOf(Set.of("a", "b"), "letter")
          .object("inner", new BodyForm().flag("deep"));

  private void assertRefused(String json, String message) {
    assertThatThrownBy(() -> form.check(JsonParser.parseString(json).getAsJsonObject()))
        .hasMessage(message);
  }

  @Test
  void unknownFieldsAreNamedAtAnyDepthBeforeMissingOnes() {
    assertRefused(
        "{\"nam\": 1, \"inner\": {\"dep\": true}}",
        "UNKNOWN_FIELDS: the following fields are not recognized by this endpoint:"
            + " nam, inner.dep");
  }

  @Test
  void missingFieldsAreNamed() {
    assertRefused(
        "{\"name\": null}", "MISSING_FIELDS: the following required fields are missing: name");
  }

  @Test
  void everyTypeIsChecked() {
    assertRefused("{\"name\": 1}", "INVALID_FIELD: name must be a non-empty string");
    assertRefused("{\"name\": \"\"}", "INVALID_FIELD: name must be a non-empty string");
    assertRefused(
        "{\"name\": \"n\", \"count\": \"1\"}", "INVALID_FIELD: count must be a whole number");
    assertRefused("{\"name\": \"n\", \"on\": \"yes\"}", "INVALID_FIELD: on must be a boolean");
    assertRefused(
        "{\"name\": \"n\", \"words\": [1]}", "INVALID_FIELD: words must be a list of strings");
    assertRefused(
        "{\"name\": \"n\", \"letter\": \"c\"}",
        "INVALID_FIELD: letter is not one of the allowed values");
    assertRefused("{\"name\": \"n\", \"inner\": []}", "INVALID_FIELD: inner must be an object");
    assertRefused(
        "{\"name\": \"n\", \"inner\": {\"deep\": 1}}",
        "INVALID_FIELD: inner.deep must be a boolean");
  }

  @Test
  void keysAndNullsAreTaken() {
    form.check(
        JsonParser.parseString("{\"name\": \"n\", \"client_id\": \"c\", \"count\": null}")
            .getAsJsonObject());
  }

  /** Plaid's own client tells which fields there are. */
  private static void assertSame(BodyForm form, Class<?> request) {
    Set<String> published =
        Stream.of(request.getDeclaredFields())
            .map(field -> field.getAnnotation(SerializedName.class))
            .filter(name -> name != null)
            .map(SerializedName::value)
            .collect(Collectors.toSet());
    assertThat(form.names()).as(request.getSimpleName()).isEqualTo(published);
  }

  @Test
  void fieldsOfEveryCallAreThoseThatPlaidPublishes() {
    assertSame(LinkTokenForm.FORM, LinkTokenCreateRequest.class);
    assertSame(LinkTokenForm.FORM.inside("user"), LinkTokenCreateRequestUser.class);
    assertSame(LinkTokenForm.FORM.inside("update"), LinkTokenCreateRequestUpdate.class);
    assertSame(LinkTokenForm.FORM.inside("hosted_link"), LinkTokenCreateHostedLink.class);
    assertSame(LinkTokenForm.FORM.inside("account_filters"), LinkTokenAccountFilters.class);
    assertSame(TokenEndpoints.READ, LinkTokenGetRequest.class);
    assertSame(TokenEndpoints.EXCHANGE, ItemPublicTokenExchangeRequest.class);
    assertSame(ItemEndpoints.OPEN, ItemGetRequest.class);
    assertSame(ItemEndpoints.OPEN, SandboxItemResetLoginRequest.class);
    assertSame(ItemEndpoints.REMOVE, ItemRemoveRequest.class);
    assertSame(ItemEndpoints.WEBHOOK, ItemWebhookUpdateRequest.class);
    assertSame(ItemEndpoints.ACCOUNTS, AccountsGetRequest.class);
    assertSame(ItemEndpoints.ACCOUNTS.inside("options"), AccountsGetRequestOptions.class);
    assertSame(ReferenceEndpoints.INSTITUTION, InstitutionsGetByIdRequest.class);
    assertSame(
        ReferenceEndpoints.INSTITUTION.inside("options"), InstitutionsGetByIdRequestOptions.class);
    assertSame(ReferenceEndpoints.KEY, WebhookVerificationKeyGetRequest.class);
    assertSame(SandboxEndpoints.FIRE, SandboxItemFireWebhookRequest.class);
    assertSame(SandboxEndpoints.PUBLIC_TOKEN, SandboxPublicTokenCreateRequest.class);
    assertSame(
        SandboxEndpoints.PUBLIC_TOKEN.inside("options"),
        SandboxPublicTokenCreateRequestOptions.class);
  }
}
