/**
 * A lender's backend that takes events: it verifies each signature and keeps what came. Faults are
 * planned for it as for Plaid and Heron, under the service {@code lender}.
 */
package io.heronbridge.sandbox.lender;
