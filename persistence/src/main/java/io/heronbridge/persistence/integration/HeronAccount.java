package io.heronbridge.persistence.integration;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.heronbridge.persistence.secret.Hash;
import io.heronbridge.persistence.secret.Purpose;
import io.heronbridge.persistence.secret.Secret;
import io.heronbridge.persistence.secret.SecretCipher;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Heron's side of an integration: the key, the two URLs from Heron's dashboard, the pace. */
@Embeddable
public class HeronAccount {
  @Column(name = "heron_link_url")
  private String linkUrl;

  /** Opaque: Heron publishes no rule for it, so it is never built from the link URL. */
  @Column(name = "heron_webhook_url")
  private String webhookUrl;

  /** Requests a minute over all integrations with the same key; 0 means unlimited. */
  @Column(name = "heron_requests_per_minute")
  private int requestsPerMinute;

  @Column(name = "heron_api_key")
  private byte[] sealedApiKey;

  @Column(name = "heron_api_key_hint")
  private String apiKeyHint;

  /** Recognises integrations that share a key and so share Heron's budget. */
  @Column(name = "heron_key_fingerprint")
  private String keyFingerprint;

  @Column(name = "heron_webhook_secret")
  private byte[] sealedWebhookSecret;

  @Column(name = "heron_webhook_secret_hint")
  private String webhookSecretHint;

  protected HeronAccount() {}

  public HeronAccount(String linkUrl, String webhookUrl, int requestsPerMinute) {
    this.linkUrl = linkUrl;
    this.webhookUrl = webhookUrl;
    this.requestsPerMinute = requestsPerMinute;
  }

  void keepApiKey(SecretCipher cipher, UUID integration, Secret key) {
    this.sealedApiKey = cipher.seal(Purpose.HERON_API_KEY, integration, key);
    this.apiKeyHint = key.hint();
    byte[] fingerprint =
        Hash.sha256(("heron-budget/" + HexFormat.of().formatHex(key.hash())).getBytes(UTF_8));
    this.keyFingerprint = HexFormat.of().formatHex(fingerprint, 0, 12);
  }

  void keepWebhookSecret(SecretCipher cipher, UUID integration, Secret secret) {
    this.sealedWebhookSecret = cipher.seal(Purpose.HERON_WEBHOOK_SECRET, integration, secret);
    this.webhookSecretHint = secret.hint();
  }

  void keepSecretsOf(HeronAccount earlier) {
    this.sealedApiKey = earlier.sealedApiKey;
    this.apiKeyHint = earlier.apiKeyHint;
    this.keyFingerprint = earlier.keyFingerprint;
    this.sealedWebhookSecret = earlier.sealedWebhookSecret;
    this.webhookSecretHint = earlier.webhookSecretHint;
  }

  public Secret apiKey(SecretCipher cipher, UUID integration) {
    return cipher.openSecret(Purpose.HERON_API_KEY, integration, sealedApiKey);
  }

  /** What may have signed Heron's own webhooks: several while a secret is being replaced. */
  public List<Secret> webhookSecrets(SecretCipher cipher, UUID integration) {
    return sealedWebhookSecret == null
        ? List.of()
        : cipher
            .openSecret(Purpose.HERON_WEBHOOK_SECRET, integration, sealedWebhookSecret)
            .listed();
  }

  void sendLinksTo(String url) {
    this.linkUrl = url;
  }

  public String linkUrl() {
    return linkUrl;
  }

  public Origin origin() {
    return Origin.of(linkUrl);
  }

  public String webhookUrl() {
    return webhookUrl;
  }

  public int requestsPerMinute() {
    return requestsPerMinute;
  }

  public String apiKeyHint() {
    return apiKeyHint;
  }

  /** Names the budget that this account draws on: Heron counts by key, and so by host and key. */
  public String budget() {
    return budget(linkUrl, keyFingerprint);
  }

  /** The name of the budget that a key has at a host. */
  public static String budget(String linkUrl, String keyFingerprint) {
    return URI.create(linkUrl).getRawAuthority() + " " + keyFingerprint;
  }

  public Optional<String> webhookSecretHint() {
    return Optional.ofNullable(webhookSecretHint);
  }
}
