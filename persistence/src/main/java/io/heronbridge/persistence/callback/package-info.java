/** Heron's own webhooks as they were received, and what each changed here. */
package io.heronbridge.persistence.callback;
