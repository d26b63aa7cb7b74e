package io.heronbridge.integration.net;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Decides where outbound calls may go. The addresses are checked in the very name look-up whose
 * result is connected to, so a name that changes its answer gains nothing.
 *
 * @param allowPrivate whether loopback, private addresses and plain http are allowed
 */
public record OutboundRule(boolean allowPrivate) {
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[.*\\]");

  /** What is wrong with a URL somebody typed in; empty when it may be called. */
  public Optional<String> objection(String url) {
    URI uri;
    try {
      uri = URI.create(url);
    } catch (IllegalArgumentException e) {
      return Optional.of("is not a URL");
    }
    if (uri.getHost() == null || uri.getUserInfo() != null || uri.getFragment() != null) {
      return Optional.of("must be a URL with a host, without user name and fragment");
    }
    if (!allowPrivate && isInternalByName(uri.getHost())) {
      return Optional.of("must not point at a private address");
    }
    if ("https".equals(uri.getScheme()) || allowPrivate && "http".equals(uri.getScheme())) {
      return Optional.empty();
    }
    return Optional.of(allowPrivate ? "must begin with http or https" : "must begin with https");
  }

  /** What can be told without a look-up; names are looked at when they are called. */
  private static boolean isInternalByName(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    if (name.equals("localhost") || name.endsWith(".localhost")) {
      return true;
    }
    if (!ADDRESS.matcher(name).matches()) {
      return false;
    }
    try {
      return isInternal(InetAddress.getByName(name));
    } catch (UnknownHostException e) {
      return true;
    }
  }

  /**
   * The addresses of a host, all of which may be called.
   *
   * @throws UnknownHostException when there is none, or one of them must not be called
   */
  public List<InetAddress> resolve(String host) throws UnknownHostException {
    List<InetAddress> addresses = List.of(InetAddress.getAllByName(host));
    if (!allowPrivate && addresses.stream().anyMatch(OutboundRule::isInternal)) {
      throw new UnknownHostException(host + " has a private address, which is not allowed");
    }
    return addresses;
  }

  private static boolean isInternal(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || isSpecial(address);
  }

  /**
   * Ranges Java has no word for: shared (100.64/10), this network (0/8), unique local (fc00::/7).
   */
  private static boolean isSpecial(InetAddress address) {
    byte[] bytes = address.getAddress();
    int first = bytes[0] & 0xff;
    if (address instanceof Inet6Address) {
      return (first & 0xfe) == 0xfc || isTranslated(bytes);
    }
    int second = bytes[1] & 0xff;
    return first == 0
        || first >= 240
        || first == 100 && (second & 0xc0) == 64
        || first == 198 && (second & 0xfe) == 18;
  }

  /** NAT64 (64:ff9b::/96) and 6to4 (2002::/16) could smuggle a private IPv4 address. */
  private static boolean isTranslated(byte[] bytes) {
    byte[] nat64 = {0, 0x64, (byte) 0xff, (byte) 0x9b};
    return Arrays.equals(Arrays.copyOf(bytes, nat64.length), nat64)
        || bytes[0] == 0x20 && bytes[1] == 0x02;
  }
}
