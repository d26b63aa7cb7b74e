package io.heronbridge.sandbox.link;

import io.heronbridge.sandbox.plaid.Account;
import io.heronbridge.sandbox.plaid.Institution;
import io.heronbridge.sandbox.plaid.LinkToken;
import io.heronbridge.sandbox.plaid.LinkedItem;
import io.heronbridge.sandbox.plaid.PlaidError;
import io.heronbridge.sandbox.plaid.PlaidRefusal;
import io.heronbridge.sandbox.plaid.PlaidSimulator;
import io.heronbridge.sandbox.plaid.SandboxItem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** The steps of a Link session: choose a bank, sign in, choose accounts, done. */
public final class LinkFlow {
  private static final String USERNAME = "user_good";
  private static final String PASSWORD = "pass_good";
  private static final String DYNAMIC_USERNAME = "user_transactions_dynamic";
  private final PlaidSimulator plaid;
  private final Map<String, SignIn> signIns = new ConcurrentHashMap<>();
  private final Map<String, Visit> visits = new ConcurrentHashMap<>();

  /** A successful sign-in, to be completed with a choice of accounts. */
  record SignIn(String id, LinkToken token, Institution institution) {

    /** The accounts to choose from. */
    List<Account.Kind> offers() {
      return token.updates().map(SandboxItem::accountsAtBank).orElseGet(Account.Kind::usual);
    }
  }

  /** A visit to a bank's own sign-in page. */
  private record Visit(String linkToken, Institution institution, AtomicBoolean ended) {}

  public LinkFlow(PlaidSimulator plaid) {
    this.plaid = plaid;
  }

  LinkToken token(String value) {
    return plaid
        .linkTokens()
        .usable(value)
        .orElseThrow(() -> new PlaidRefusal(PlaidError.invalidLinkToken()));
  }

  String sessionId(LinkToken token) {
    return plaid.linkTokens().sessionId(token);
  }

  SignIn signIn(LinkToken token, String institutionId, String username, String password) {
    Institution institution = institution(token, institutionId);
    if (!isKnown(username, password)) {
      plaid.linkTokens().countBadLogin(token);
      throw new PlaidRefusal(
          new PlaidError(
              400,
              "ITEM_ERROR",
              "INVALID_CREDENTIALS",
              "the credentials were not correct",
              Optional.of("The username or password is not correct. Please try again.")));
    }
    return open(token, institution);
  }

  private static boolean isKnown(String username, String password) {
    return (username.equals(USERNAME) && password.equals(PASSWORD))
        || (username.equals(DYNAMIC_USERNAME) && !password.isBlank());
  }

  private static Institution institution(LinkToken token, String institutionId) {
    return token
        .updates()
        .map(SandboxItem::institution)
        .or(() -> Institution.find(institutionId))
        .orElseThrow(
            () ->
                new PlaidRefusal(
                    PlaidError.invalidInput("INVALID_INSTITUTION", "no such institution")));
  }

  private SignIn open(LinkToken token, Institution institution) {
    SignIn signIn = new SignIn(UUID.randomUUID().toString(), token, institution);
    signIns.put(signIn.id(), signIn);
    return signIn;
  }

  /** The address to which the bank sends the browser back after its own sign-in. */
  String visitBank(LinkToken token, String institutionId) {
    String redirect =
        token
            .redirectUri()
            .orElseThrow(
                () ->
                    new PlaidRefusal(
                        PlaidError.invalidRequest(
                            "INVALID_FIELD", "the link token has no redirect_uri")));
    String state = UUID.randomUUID().toString();
    visits.put(
        state, new Visit(token.value(), institution(token, institutionId), new AtomicBoolean()));
    return redirect + "?oauth_state_id=" + state;
  }

  /** The sign-in that a returning browser brings with it; each state is good for one. */
  SignIn returnFromBank(LinkToken token, String state) {
    Visit visit = visits.get(state);
    if (visit == null) {
      throw oauth(404, "OAUTH_STATE_ID_NOT_FOUND", "unknown oauth_state_id");
    }
    if (!visit.linkToken().equals(token.value())) {
      throw oauth(400, "INCORRECT_LINK_TOKEN", "the state belongs to another link token");
    }
    if (visit.ended().getAndSet(true)) {
      throw oauth(208, "OAUTH_STATE_ID_ALREADY_PROCESSED", "the state was used before");
    }
    return open(token, visit.institution());
  }

  private static PlaidRefusal oauth(int status, String code, String message) {
    return new PlaidRefusal(new PlaidError(status, "OAUTH_ERROR", code, message, Optional.empty()));
  }

  synchronized LinkedItem complete(String signInId, List<Account.Kind> kinds) {
    SignIn signIn = signIns.get(signInId);
    if (signIn == null || kinds.isEmpty()) {
      throw new PlaidRefusal(
          PlaidError.invalidRequest("INVALID_FIELD", "sign in and choose an account first"));
    }
    LinkToken token = token(signIn.token().value());
    signIns.remove(signInId);
    return finish(token, signIn.institution(), kinds);
  }

  private LinkedItem finish(LinkToken token, Institution institution, List<Account.Kind> kinds) {
    return token
        .updates()
        .map(item -> plaid.repair(token, item, kinds))
        .orElseGet(() -> plaid.link(token, institution, kinds));
  }

  /** A whole session without a browser: all accounts of the bank are chosen. */
  public LinkedItem link(String linkToken, String institutionId) {
    return link(linkToken, institutionId, Account.Kind.usual());
  }

  /** As above, with a choice of accounts. */
  public LinkedItem link(String linkToken, String institutionId, List<Account.Kind> kinds) {
    LinkToken token = token(linkToken);
    return finish(token, institution(token, institutionId), kinds);
  }

  /**
   * A whole session in update mode without a browser. Where accounts can be chosen, all that the
   * login has are chosen.
   */
  public LinkedItem repair(String linkToken) {
    LinkToken token = token(linkToken);
    return plaid.repair(token, updated(token));
  }

  /** As above, with a choice of accounts. */
  public LinkedItem repair(String linkToken, List<Account.Kind> kinds) {
    LinkToken token = token(linkToken);
    return plaid.repair(token, updated(token), kinds);
  }

  private static SandboxItem updated(LinkToken token) {
    return token
        .updates()
        .orElseThrow(() -> new IllegalArgumentException("not a link token of update mode"));
  }

  public void clear() {
    signIns.clear();
    visits.clear();
  }
}
