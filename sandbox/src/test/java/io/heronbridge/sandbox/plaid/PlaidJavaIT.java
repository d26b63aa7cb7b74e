package io.heronbridge.sandbox.plaid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.gson.Gson;
import com.plaid.client.ApiClient;
import com.plaid.client.model.AccountSubtype;
import com.plaid.client.model.AccountsGetRequest;
import com.plaid.client.model.AccountsGetRequestOptions;
import com.plaid.client.model.AccountsGetResponse;
import com.plaid.client.model.CountryCode;
import com.plaid.client.model.Institution;
import com.plaid.client.model.InstitutionsGetByIdRequest;
import com.plaid.client.model.InstitutionsGetByIdRequestOptions;
import com.plaid.client.model.ItemGetRequest;
import com.plaid.client.model.ItemGetResponse;
import com.plaid.client.model.ItemPublicTokenExchangeRequest;
import com.plaid.client.model.ItemPublicTokenExchangeResponse;
import com.plaid.client.model.ItemRemoveReasonCode;
import com.plaid.client.model.ItemRemoveRequest;
import com.plaid.client.model.ItemWebhookUpdateRequest;
import com.plaid.client.model.ItemWithConsentFields;
import com.plaid.client.model.LinkTokenCreateHostedLink;
import com.plaid.client.model.LinkTokenCreateRequest;
import com.plaid.client.model.LinkTokenCreateRequestUpdate;
import com.plaid.client.model.LinkTokenCreateRequestUser;
import com.plaid.client.model.LinkTokenCreateResponse;
import com.plaid.client.model.LinkTokenGetRequest;
import com.plaid.client.model.LinkTokenGetResponse;
import com.plaid.client.model.LinkTokenTransactions;
import com.plaid.client.model.PlaidError;
import com.plaid.client.model.PlaidErrorType;
import com.plaid.client.model.Products;
import com.plaid.client.model.SandboxItemFireWebhookRequest;
import com.plaid.client.model.SandboxItemResetLoginRequest;
import com.plaid.client.model.SandboxPublicTokenCreateRequest;
import com.plaid.client.model.SandboxPublicTokenCreateRequestOptions;
import com.plaid.client.model.WebhookVerificationKeyGetRequest;
import com.plaid.client.request.PlaidApi;
import io.heronbridge.sandbox.Sandbox;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import retrofit2.Call;
import retrofit2.Response;

/** Plaid's own client is the judge of whether the simulator speaks Plaid's language. */
class PlaidJavaIT {
  private Sandbox sandbox;
  private PlaidApi plaid;

  @BeforeEach
  void start() throws IOException {
    sandbox = Sandbox.start(0);
    plaid = client(Sandbox.PLAID_SECRET);
  }

  private PlaidApi client(String secret) {
    ApiClient client = new ApiClient(Map.of("clientId", Sandbox.PLAID_CLIENT_ID, "secret", secret));
    client.setPlaidAdapter(sandbox.plaidUrl());
    return client.createService(PlaidApi.class);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private static <T> T answer(Call<T> call) throws IOException {
    Response<T> response = call.execute();
    assertThat(response.isSuccessful()).as(() -> String.valueOf(response.errorBody())).isTrue();
    return response.body();
  }

  private static LinkTokenCreateRequest linkToken() {
    return new LinkTokenCreateRequest()
        .clientName("Acme")
        .language("en")
        .countryCodes(List.of(CountryCode.US))
        .user(new LinkTokenCreateRequestUser().clientUserId("opaque-1"));
  }

  private static LinkTokenCreateRequest newItem() {
    return linkToken()
        .products(List.of(Products.TRANSACTIONS))
        .transactions(new LinkTokenTransactions().daysRequested(730))
        .webhook("http://127.0.0.1:1/nobody");
  }

  private ItemPublicTokenExchangeResponse exchange(String publicToken) throws IOException {
    return answer(
        plaid.itemPublicTokenExchange(
            new ItemPublicTokenExchangeRequest().publicToken(publicToken)));
  }

  @Test
  void linkTokenAndExchangeAreUnderstood() throws IOException {
    LinkTokenCreateResponse token = answer(plaid.linkTokenCreate(newItem()));
    assertThat(token.getExpiration()).isAfter(OffsetDateTime.now().plusHours(3));

    LinkTokenGetResponse read =
        answer(plaid.linkTokenGet(new LinkTokenGetRequest().linkToken(token.getLinkToken())));
    String publicToken = sandbox.link().link(token.getLinkToken(), "ins_109512").publicToken();
    ItemPublicTokenExchangeResponse item = exchange(publicToken);

    assertThat(read.getMetadata().getClientName()).isEqualTo("Acme");
    assertThat(item.getAccessToken()).startsWith("access-sandbox-");
    assertThat(item.getItemId()).isNotBlank();
  }

  @Test
  void itemAndAccountsAreUnderstood() throws IOException {
    String access = itemWithoutLink().getAccessToken();

    ItemGetResponse item = answer(plaid.itemGet(new ItemGetRequest().accessToken(access)));
    AccountsGetResponse accounts =
        answer(plaid.accountsGet(new AccountsGetRequest().accessToken(access)));

    assertThat(item.getItem().getUpdateType())
        .isEqualTo(ItemWithConsentFields.UpdateTypeEnum.BACKGROUND);
    assertThat(item.getItem().getInstitutionName()).isEqualTo("First Platypus Bank");
    assertThat(item.getItem().getBilledProducts()).containsExactly(Products.TRANSACTIONS);
    assertThat(item.getStatus().getTransactions().getLastSuccessfulUpdate()).isNotNull();
    assertThat(accounts.getAccounts())
        .extracting("mask", "subtype")
        .containsExactly(
            tuple("0000", AccountSubtype.CHECKING), tuple("1111", AccountSubtype.SAVINGS));
  }

  private ItemPublicTokenExchangeResponse itemWithoutLink() throws IOException {
    SandboxPublicTokenCreateRequest request =
        new SandboxPublicTokenCreateRequest()
            .institutionId("ins_109508")
            .initialProducts(List.of(Products.TRANSACTIONS));
    return exchange(answer(plaid.sandboxPublicTokenCreate(request)).getPublicToken());
  }

  @Test
  void lifeOfAnItemIsUnderstood() throws IOException {
    String access = itemWithoutLink().getAccessToken();

    ItemWebhookUpdateRequest webhook =
        new ItemWebhookUpdateRequest().accessToken(access).webhook("http://127.0.0.1:1/new");
    assertThat(answer(plaid.itemWebhookUpdate(webhook)).getItem().getWebhook())
        .isEqualTo("http://127.0.0.1:1/new");
    SandboxItemFireWebhookRequest fire =
        new SandboxItemFireWebhookRequest()
            .accessToken(access)
            .webhookCode(SandboxItemFireWebhookRequest.WebhookCodeEnum.DEFAULT_UPDATE);
    assertThat(answer(plaid.sandboxItemFireWebhook(fire)).getWebhookFired()).isTrue();
    answer(plaid.sandboxItemResetLogin(new SandboxItemResetLoginRequest().accessToken(access)));
    ItemGetResponse broken = answer(plaid.itemGet(new ItemGetRequest().accessToken(access)));
    assertThat(broken.getItem().getError().getErrorType()).isEqualTo(PlaidErrorType.ITEM_ERROR);
    assertThat(broken.getStatus().getLastWebhook().getCodeSent()).isEqualTo("ERROR");
    answer(plaid.itemRemove(new ItemRemoveRequest().accessToken(access)));
  }

  @Test
  void updateModeIsUnderstoodWithTheDefaultsThatTheClientSends() throws IOException {
    String access = itemWithoutLink().getAccessToken();
    LinkTokenCreateRequest update =
        linkToken()
            .accessToken(access)
            .update(new LinkTokenCreateRequestUpdate().accountSelectionEnabled(true));

    LinkTokenCreateResponse token = answer(plaid.linkTokenCreate(update));

    assertThat(token.getExpiration()).isBefore(OffsetDateTime.now().plusMinutes(31));
  }

  @Test
  void institutionAndKeyAreUnderstood() throws IOException {
    InstitutionsGetByIdRequest request =
        new InstitutionsGetByIdRequest()
            .institutionId("ins_127287")
            .countryCodes(List.of(CountryCode.US));
    String keyId = sandbox.plaid().keys().current().id();

    assertThat(answer(plaid.institutionsGetById(request)).getInstitution().getOauth()).isTrue();
    assertThat(
            answer(
                    plaid.webhookVerificationKeyGet(
                        new WebhookVerificationKeyGetRequest().keyId(keyId)))
                .getKey()
                .getCrv())
        .isEqualTo("P-256");
  }

  @Test
  void errorsAreUnderstood() throws IOException {
    Response<ItemGetResponse> response =
        client("wrong").itemGet(new ItemGetRequest().accessToken("access-sandbox-x")).execute();

    PlaidError error = new Gson().fromJson(response.errorBody().string(), PlaidError.class);
    assertThat(error.getErrorType()).isEqualTo(PlaidErrorType.INVALID_INPUT);
    assertThat(error.getErrorCode()).isEqualTo("INVALID_API_KEYS");
    assertThat(error.getRequestId()).isNotBlank();
  }

  private ItemGetResponse read(String access) throws IOException {
    return answer(plaid.itemGet(new ItemGetRequest().accessToken(access)));
  }

  @ParameterizedTest
  @EnumSource(ItemEvent.class)
  void itemIsUnderstoodWhateverBefallsIt(ItemEvent event) throws IOException {
    ItemPublicTokenExchangeResponse made = itemWithoutLink();
    SandboxItem item = sandbox.plaid().items().find(made.getItemId()).orElseThrow();

    sandbox.plaid().happen(event, item, Instant.parse("2031-02-03T04:05:06Z"));

    ItemWithConsentFields seen = read(made.getAccessToken()).getItem();
    String expected =
        switch (event) {
          case RESET_LOGIN -> "ITEM_LOGIN_REQUIRED";
          case REVOKE_PERMISSION -> "USER_PERMISSION_REVOKED";
          default -> null;
        };
    assertThat(seen.getError() == null ? null : seen.getError().getErrorCode()).isEqualTo(expected);
    OffsetDateTime end =
        switch (event) {
          case PENDING_DISCONNECT, PENDING_EXPIRATION ->
              OffsetDateTime.parse("2031-02-03T04:05:06Z");
          default -> null;
        };
    assertThat(seen.getConsentExpirationTime()).isEqualTo(end);
  }

  @Test
  void accountsOfARevokedItemAreRefusedAsInvalidInput() throws IOException {
    ItemPublicTokenExchangeResponse made = itemWithoutLink();
    SandboxItem item = sandbox.plaid().items().find(made.getItemId()).orElseThrow();
    sandbox.plaid().happen(ItemEvent.REVOKE_PERMISSION, item, Instant.now());

    PlaidError error =
        refusal(plaid.accountsGet(new AccountsGetRequest().accessToken(made.getAccessToken())));

    assertThat(error.getErrorType()).isEqualTo(PlaidErrorType.INVALID_INPUT);
    assertThat(error.getErrorCode()).isEqualTo("USER_PERMISSION_REVOKED");
    assertThat(
            refusal(plaid.linkTokenCreate(linkToken().accessToken(made.getAccessToken())))
                .getErrorCode())
        .isEqualTo("USER_PERMISSION_REVOKED");
  }

  private static PlaidError refusal(Call<?> call) throws IOException {
    Response<?> response = call.execute();
    assertThat(response.isSuccessful()).isFalse();
    return new Gson().fromJson(response.errorBody().string(), PlaidError.class);
  }

  @Test
  void optionsAndReasonsAreUnderstood() throws IOException {
    String access = itemWithoutLink().getAccessToken();
    String first = sandbox.plaid().items().all().get(0).accounts().get(0).id();
    InstitutionsGetByIdRequest about =
        new InstitutionsGetByIdRequest()
            .institutionId("ins_109508")
            .countryCodes(List.of(CountryCode.US))
            .options(
                new InstitutionsGetByIdRequestOptions()
                    .includeOptionalMetadata(true)
                    .includeStatus(true));
    AccountsGetRequest one =
        new AccountsGetRequest()
            .accessToken(access)
            .options(new AccountsGetRequestOptions().accountIds(List.of(first)));
    ItemRemoveRequest removal =
        new ItemRemoveRequest()
            .accessToken(access)
            .reasonCode(ItemRemoveReasonCode.OTHER)
            .reasonNote("moved to another lender");

    Institution bank = answer(plaid.institutionsGetById(about)).getInstitution();
    AccountsGetResponse accounts = answer(plaid.accountsGet(one));
    answer(plaid.itemRemove(removal));

    assertThat(bank.getUrl()).isEqualTo("https://plaid.com");
    assertThat(bank.getStatus().getItemLogins().getStatus().getValue()).isEqualTo("HEALTHY");
    assertThat(accounts.getAccounts()).extracting("accountId").containsExactly(first);
    assertThat(refusal(plaid.itemRemove(removal)).getErrorCode()).isEqualTo("ITEM_NOT_FOUND");
  }

  @Test
  void hostedSessionIsUnderstoodWhenReadLater() throws IOException {
    LinkTokenCreateResponse token =
        answer(
            plaid.linkTokenCreate(
                newItem().hostedLink(new LinkTokenCreateHostedLink().urlLifetimeSeconds(900))));
    String publicToken = sandbox.link().link(token.getLinkToken(), "ins_109508").publicToken();

    LinkTokenGetResponse read =
        answer(plaid.linkTokenGet(new LinkTokenGetRequest().linkToken(token.getLinkToken())));

    assertThat(token.getHostedLinkUrl()).contains(token.getLinkToken());
    assertThat(read.getLinkSessions().get(0).getResults().getItemAddResults())
        .extracting("publicToken")
        .containsExactly(publicToken);
  }

  @Test
  void newAccountIsSharedByUpdateModeWithASelection() throws IOException {
    ItemPublicTokenExchangeResponse made = itemWithoutLink();
    SandboxItem item = sandbox.plaid().items().find(made.getItemId()).orElseThrow();
    List<String> former = item.accounts().stream().map(Account::id).toList();
    sandbox.plaid().happen(ItemEvent.NEW_ACCOUNT, item, Instant.now());
    String token =
        answer(
                plaid.linkTokenCreate(
                    linkToken()
                        .accessToken(made.getAccessToken())
                        .update(new LinkTokenCreateRequestUpdate().accountSelectionEnabled(true))))
            .getLinkToken();

    sandbox.link().repair(token);

    AccountsGetResponse accounts =
        answer(plaid.accountsGet(new AccountsGetRequest().accessToken(made.getAccessToken())));
    assertThat(accounts.getAccounts())
        .extracting("subtype")
        .containsExactly(AccountSubtype.CHECKING, AccountSubtype.SAVINGS, AccountSubtype.CD);
    assertThat(accounts.getAccounts()).extracting("accountId").startsWith(former.toArray());
  }

  @Test
  void everyCodeThatTheSandboxCanFireIsTaken() throws IOException {
    SandboxPublicTokenCreateRequest request =
        new SandboxPublicTokenCreateRequest()
            .institutionId("ins_109508")
            .initialProducts(List.of(Products.TRANSACTIONS, Products.AUTH, Products.ASSETS))
            .options(
                new SandboxPublicTokenCreateRequestOptions().webhook("http://127.0.0.1:1/nobody"));
    String access =
        exchange(answer(plaid.sandboxPublicTokenCreate(request)).getPublicToken()).getAccessToken();

    for (var code : SandboxItemFireWebhookRequest.WebhookCodeEnum.values()) {
      assertThat(
              answer(
                      plaid.sandboxItemFireWebhook(
                          new SandboxItemFireWebhookRequest()
                              .accessToken(access)
                              .webhookCode(code)))
                  .getWebhookFired())
          .as(code.getValue())
          .isTrue();
    }
  }
}
