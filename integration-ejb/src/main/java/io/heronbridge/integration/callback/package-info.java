/**
 * Heron's own webhooks: verified, kept, shown. They are hints at what to read, never the truth:
 * none changes the status of a link.
 */
package io.heronbridge.integration.callback;
