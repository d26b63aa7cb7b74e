package io.heronbridge.it.server;

import io.heronbridge.it.support.PayaraMicro;

class PayaraMicroIT extends ServerContract {

  PayaraMicroIT() {
    super("payara-micro-contract", new PayaraMicro());
  }
}
