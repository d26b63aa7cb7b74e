/** Setting up integrations: describing, checking, pausing and resuming them. */
package io.heronbridge.integration.setup;
