package io.heronbridge.sandbox.plaid;

import java.util.List;
import java.util.Set;

/** The products that can be asked for when an item is made. */
final class Products {
  private static final Set<String> KNOWN =
      Set.of(
          ("assets auth balance_plus beacon identity identity_match investments"
                  + " investments_auth liabilities payment_initiation identity_verification"
                  + " transactions credit_details income income_verification standing_orders"
                  + " transfer employment transactions_refresh signal statements"
                  + " processor_payments processor_identity profile cra_base_report"
                  + " cra_income_insights cra_partner_insights cra_network_insights"
                  + " cra_cashflow_insights cra_monitoring cra_lend_score"
                  + " cra_plaid_credit_score layer pay_by_bank protect_linked_bank"
                  + " protect_transactions")
              .split(" "));

  private Products() {}

  /** Refuses a list that names a product which cannot stand there. */
  static void check(String list, List<String> products) {
    for (String product : products) {
      if (!KNOWN.contains(product)) {
        throw new PlaidRefusal(
            PlaidError.invalidInput(
                "INVALID_PRODUCT", "product not valid in " + list + ": " + product));
      }
    }
  }
}
