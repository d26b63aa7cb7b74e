/** Heron's configured connection to Plaid: whose keys, which URLs, how Link looks. */
package io.heronbridge.persistence.integration;
