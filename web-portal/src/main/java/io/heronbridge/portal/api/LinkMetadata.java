package io.heronbridge.portal.api;

import io.heronbridge.persistence.item.Account;
import io.heronbridge.persistence.item.Bank;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What Link's {@code onSuccess} tells beside the public token. Plaid adds to it freely, so unknown
 * parts are passed over here, and nothing in it is required.
 */
record LinkMetadata(Bank bank, Optional<String> sessionId) {
  private static final int TEXT = 300;
  private static final int MOST_ACCOUNTS = 100;

  static LinkMetadata read(Optional<Fields> given) {
    if (given.isEmpty()) {
      return new LinkMetadata(Bank.unknown(), Optional.empty());
    }
    Fields metadata = given.get();
    metadata.tolerateUnknown();
    Optional<Fields> institution = metadata.optionalObject("institution");
    institution.ifPresent(Fields::tolerateUnknown);
    Optional<String> id =
        institution.flatMap(fields -> fields.optionalText("institution_id", TEXT));
    Optional<String> name = institution.flatMap(fields -> fields.optionalText("name", TEXT));
    List<Account> accounts = new ArrayList<>();
    for (Fields account : metadata.objects("accounts")) {
      if (accounts.size() < MOST_ACCOUNTS) {
        accounts.add(
            new Account(
                account.optionalText("name", TEXT).orElse(""),
                account.optionalText("mask", TEXT).orElse("")));
      }
    }
    return new LinkMetadata(
        new Bank(id.orElse(null), name.orElse(null), accounts),
        metadata.optionalText("link_session_id", TEXT));
  }
}
