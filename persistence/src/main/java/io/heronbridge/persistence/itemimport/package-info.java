/**
 * Imports of items that were connected elsewhere: what was uploaded, how far it is worked off, and
 * which lines were refused.
 */
package io.heronbridge.persistence.itemimport;
