/** Who may come in: administrators, their sessions, and API keys. Only hashes are kept. */
package io.heronbridge.persistence.access;
