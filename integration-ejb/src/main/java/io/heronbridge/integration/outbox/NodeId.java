package io.heronbridge.integration.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;

/** This node's name: the host's, and a part that is new with every start. */
@ApplicationScoped
public class NodeId {
  private static final int RANDOM_LENGTH = 6;

  private final String value =
      host() + "-" + UUID.randomUUID().toString().substring(0, RANDOM_LENGTH);

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "node";
    }
  }

  public String value() {
    return value;
  }
}
