/** Named switches that change how a simulator behaves, settable from Java and over HTTP. */
package io.heronbridge.sandbox.settings;
