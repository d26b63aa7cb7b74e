/**
 * Imports of many items from one file: received whole and sealed first, then worked off chunk by
 * chunk, each in one transaction, by whichever node has time.
 */
package io.heronbridge.integration.itemimport;
