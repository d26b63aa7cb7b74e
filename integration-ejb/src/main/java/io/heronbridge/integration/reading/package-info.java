/**
 * Asking Heron and Plaid what they have. Readings keep our picture of links and items true where
 * nobody tells us, find drift (in what Heron or Plaid disagree with us), and offer its repair.
 */
package io.heronbridge.integration.reading;
