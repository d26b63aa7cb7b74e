/** Bringing in items from a file: the upload, how far it is, and the lines that were not taken. */
package io.heronbridge.portal.admin.imports;
