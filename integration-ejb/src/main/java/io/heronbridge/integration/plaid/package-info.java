/** Plaid behind a port: plaid-java and its traps stay in here. */
package io.heronbridge.integration.plaid;
