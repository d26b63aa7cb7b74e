/** The outbox as operators see it: what waits, for what, and whether it is well. */
package io.heronbridge.portal.admin.outbox;
