/** Tests of the simulated Plaid. */
package io.heronbridge.sandbox.plaid;
