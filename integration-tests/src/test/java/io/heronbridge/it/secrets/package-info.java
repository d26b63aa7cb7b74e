/** At the end of every run: no secret of it may have reached a log, an output or the database. */
package io.heronbridge.it.secrets;
