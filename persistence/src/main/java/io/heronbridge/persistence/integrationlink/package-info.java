/** Integration links: one item made known to Heron, and how that went. */
package io.heronbridge.persistence.integrationlink;
