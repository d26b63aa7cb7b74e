/**
 * A Plaid and a Heron to practise against, on one loopback port.
 *
 * <p>Written from what the two providers publish, without any code of the product, so that a
 * misreading in the product is not mirrored here. Everything is kept in memory and nothing is
 * secret: request logs show tokens and keys in clear.
 */
package io.heronbridge.sandbox;
