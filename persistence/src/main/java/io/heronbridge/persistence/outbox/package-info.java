/** The outbox's rows: promised work, the leases on it, and every attempt made. */
package io.heronbridge.persistence.outbox;
