/** What callers are told when something cannot be done; each rolls the transaction back. */
package io.heronbridge.integration.problem;
