/** What must not be lost while the database is away: sealed, fsynced files of this node. */
package io.heronbridge.integration.spool;
