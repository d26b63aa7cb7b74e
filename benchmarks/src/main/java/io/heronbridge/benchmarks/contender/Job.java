package io.heronbridge.benchmarks.contender;

/**
 * One thing to do. Its text is what a contender stores: the number and filling, 512 characters.
 *
 * @param number from 1
 */
public record Job(int number) {
  private static final int SIZE = 512;
  private static final String ALPHABET =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

  /** What is stored. */
  public String text() {
    StringBuilder text = new StringBuilder(SIZE).append(number).append(':');
    // Filling that does not compress well, as real payloads that were sealed would not.
    long state = number * 0x9E3779B97F4A7C15L + 1;
    while (text.length() < SIZE) {
      state = state * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
      text.append(ALPHABET.charAt((int) Long.remainderUnsigned(state >>> 33, ALPHABET.length())));
    }
    return text.toString();
  }

  /** The job whose text this is. */
  public static Job of(String text) {
    return new Job(Integer.parseInt(text, 0, text.indexOf(':'), 10));
  }
}
