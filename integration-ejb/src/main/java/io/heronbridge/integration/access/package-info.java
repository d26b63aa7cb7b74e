/** Signing in and API keys: who may call, and with which rights. */
package io.heronbridge.integration.access;
