package io.heronbridge.persistence.brand;

/**
 * A picture.
 *
 * @param type png or jpeg
 * @param hash SHA-256 of the bytes, in hexadecimal digits
 */
public record BrandLogo(byte[] bytes, String type, String hash) {}
