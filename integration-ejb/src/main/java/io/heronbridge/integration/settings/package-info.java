/** What the operator configured, checked once at start. */
package io.heronbridge.integration.settings;
