package io.heronbridge.integration.heron;

import io.heronbridge.persistence.integration.Integration;
import io.heronbridge.persistence.secret.Secret;
import io.heronbridge.persistence.secret.SecretCipher;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whose key a call to Heron uses, and the two URLs from Heron's dashboard. */
public record HeronTarget(String linkUrl, String webhookUrl, Secret apiKey, Budget budget) {
  /**
   * What calls with the key draw on.
   *
   * @param requestsPerMinute 0 means unlimited
   */
  public record Budget(String name, int requestsPerMinute) {}

  private static final String API = "/api/";
  private static final Pattern LINKS_OF = Pattern.compile("/integrations/([^/?#]+)/links/?$");
  private static final Pattern BARE = Pattern.compile("(/|.*/api(/integrations)?/?)?");

  public static HeronTarget of(Integration integration, SecretCipher cipher) {
    return new HeronTarget(
        integration.heron().linkUrl(),
        integration.heron().webhookUrl(),
        integration.heron().apiKey(cipher, integration.id()),
        new Budget(integration.heron().budget(), integration.heron().requestsPerMinute()));
  }

  /** Where all links of one end user can be read, whatever the integration. */
  URI linksOf(String endUserId) {
    return api("end_users/" + encoded(endUserId) + "/integration_links");
  }

  /**
   * One end user's links in the integration: to be read by a Heron that has no other list, or
   * stopped.
   */
  URI linksOfInIntegration(String endUserId) {
    return URI.create(linkUrl + "?end_user_id_or_heron_id=" + encoded(endUserId));
  }

  /** Where a link is asked to be refreshed. */
  URI refreshOf(String itemId) {
    return URI.create(linkUrl + "/" + encoded(itemId) + "/refresh");
  }

  /** Where the account's integrations can be read and made. */
  URI integrations() {
    return api("integrations");
  }

  /** The link URL of another integration of the same account. */
  public String linkUrlOf(String heronId) {
    return api("integrations/" + encoded(heronId) + "/links").toString();
  }

  /** Which of Heron's integrations takes the links; empty when the link URL does not tell. */
  public Optional<String> integrationId() {
    return integrationIn(linkUrl);
  }

  /** The integration that a link URL of Heron's usual form names. */
  public static Optional<String> integrationIn(String linkUrl) {
    Matcher matcher = LINKS_OF.matcher(linkUrl);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** Whether the link URL is only Heron's address, entered before an integration was chosen. */
  public boolean isBareAddress() {
    return isBareAddress(linkUrl);
  }

  /** The same of any link URL. */
  public static boolean isBareAddress(String linkUrl) {
    String path = URI.create(linkUrl).getPath();
    return path == null || BARE.matcher(path).matches();
  }

  /** Where a key can be tried without effect. */
  URI authentication() {
    return api("hello_world/authenticated");
  }

  /**
   * The API's root is what stands before {@code /api/} in the link URL, for example behind a proxy.
   */
  private URI api(String path) {
    int root = (linkUrl + "/").indexOf(API);
    if (root < 0) {
      URI link = URI.create(linkUrl);
      return URI.create(link.getScheme() + "://" + link.getRawAuthority() + API + path);
    }
    return URI.create(linkUrl.substring(0, root) + API + path);
  }

  private static String encoded(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
