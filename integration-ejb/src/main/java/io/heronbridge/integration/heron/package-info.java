/** Heron behind a port: links, the relay of webhooks, and what Heron's answers mean. */
package io.heronbridge.integration.heron;
