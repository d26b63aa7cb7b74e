package io.heronbridge.it.server;

import io.heronbridge.it.support.PayaraServer;

class PayaraServerIT extends ServerContract {

  PayaraServerIT() {
    super("payara-server-contract", new PayaraServer());
  }
}
