package io.heronbridge.persistence.itemimport;

/**
 * A line that was not taken.
 *
 * @param number from 1, as an editor counts
 * @param reason never quotes what stands in the line, which may be a secret
 */
public record RejectedLine(long number, String reason) {}
