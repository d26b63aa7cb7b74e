package io.heronbridge.persistence.secret;

/** Takes tokens and keys out of what others say, before it is shown or logged. */
public final class Redaction {
  private static final String TOKENS =
      "(access|public|link|processor)-(sandbox|production)-[A-Za-z0-9-]+";
  private static final String KEYS = "(key|sec)_[0-9a-f]{16,}";
  private static final String SIGNING_SECRETS = "whsec_[A-Za-z0-9+/=_-]{16,}";

  private Redaction() {}

  /** The text without tokens of Plaid and keys of Heron; null stays null. */
  public static String of(String text) {
    return text == null
        ? null
        : text.replaceAll(TOKENS, "$1-$2-(hidden)")
            .replaceAll(SIGNING_SECRETS, "whsec_(hidden)")
            .replaceAll(KEYS, "$1_(hidden)");
  }
}
