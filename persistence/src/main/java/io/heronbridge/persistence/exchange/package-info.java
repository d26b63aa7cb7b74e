/** Public tokens handed to us, and what became of each: the memory that makes the exchange safe. */
package io.heronbridge.persistence.exchange;
