package io.heronbridge.it.server;

import io.heronbridge.it.support.WildFly;

class WildFlyIT extends ServerContract {

  WildFlyIT() {
    super("wildfly-contract", new WildFly());
  }
}
