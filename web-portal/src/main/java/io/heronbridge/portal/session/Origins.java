package io.heronbridge.portal.session;

import io.heronbridge.persistence.access.Origin;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** What an address says about where somebody is. */
final class Origins {
  /** Nothing else is handed to the resolver, which would ask the network for a name. */
  private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]+(%.*)?");

  private static final int UNIQUE_LOCAL = 0xfc;
  private static final int UNIQUE_LOCAL_MASK = 0xfe;
  private static final int NETWORK_BYTES = 8;
  private static final int LONG_ADDRESS = 16;

  private Origins() {}

  static Origin of(String address) {
    InetAddress parsed = parsed(address);
    if (parsed.isLoopbackAddress()) {
      return Origin.THIS_MACHINE;
    }
    boolean uniqueLocal =
        parsed.getAddress().length == LONG_ADDRESS
            && (parsed.getAddress()[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL;
    return uniqueLocal || parsed.isSiteLocalAddress() || parsed.isLinkLocalAddress()
        ? Origin.PRIVATE_NETWORK
        : Origin.INTERNET;
  }

  /** The part of an address by which guessers are told apart: of a long one, its network. */
  static String network(String address) {
    byte[] bytes = parsed(address).getAddress();
    if (bytes.length != LONG_ADDRESS) {
      return address;
    }
    return HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES);
  }

  private static InetAddress parsed(String address) {
    if (!LITERAL.matcher(address).matches()) {
      return InetAddress.getLoopbackAddress();
    }
    try {
      return InetAddress.getByName(address);
    } catch (UnknownHostException e) {
      return InetAddress.getLoopbackAddress();
    }
  }
}
