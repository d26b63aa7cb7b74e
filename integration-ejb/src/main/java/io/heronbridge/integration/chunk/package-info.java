/** Working off what is stored in chunks, in the background, on whichever node has time. */
package io.heronbridge.integration.chunk;
