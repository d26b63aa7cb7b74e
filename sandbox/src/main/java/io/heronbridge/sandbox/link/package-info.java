/** A stand-in for Plaid's Link script and its dialog, clearly marked as no real bank. */
package io.heronbridge.sandbox.link;
