/**
 * From deployment to ready: the data source, settings, keyset, migrations and canary. Waits for a
 * database that is away; stops with one sentence at what only a person can mend.
 */
package io.heronbridge.integration.startup;
