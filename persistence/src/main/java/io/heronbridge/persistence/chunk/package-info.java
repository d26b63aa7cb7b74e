/** What work that is stored in chunks shares, whatever it is about. */
package io.heronbridge.persistence.chunk;
