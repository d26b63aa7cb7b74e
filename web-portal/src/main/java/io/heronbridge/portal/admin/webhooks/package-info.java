/** Webhooks seen, and their way to Heron. */
package io.heronbridge.portal.admin.webhooks;
