/** How messages of the outbox call Heron and Plaid: in turn, and with one judgement of the end. */
package io.heronbridge.integration.attempt;
