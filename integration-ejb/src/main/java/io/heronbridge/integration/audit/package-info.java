/** Writing down who did what, in the transaction of the deed, and reading it back. */
package io.heronbridge.integration.audit;
