/** Lists in pages: newest first, each page starting where the one before ended. */
package io.heronbridge.integration.listing;
