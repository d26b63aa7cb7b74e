package io.heronbridge.integration.brand;

import java.util.Optional;

/**
 * A brand as somebody wants it.
 *
 * @param colour {@code #rrggbb}; absent for the usual one
 * @param logo a PNG or JPEG file; absent keeps the logo that is there
 */
public record BrandDraft(Optional<String> colour, Optional<byte[]> logo) {}
