package io.heronbridge.integration.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboundRuleTest {
  private final OutboundRule strict = new OutboundRule(false);
  private final OutboundRule lenient = new OutboundRule(true);

  @Test
  void privateAddressesAreRefusedInEveryForm() {
    List<String> internal =
        List.of(
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "0.0.0.0",
            "100.64.0.1",
            "198.18.0.1",
            "224.0.0.1",
            "::1",
            "fe80::1",
            "fd00::1",
            "::ffff:127.0.0.1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::");
    for (String address : internal) {
      assertThatThrownBy(() -> strict.resolve(address))
          .as(address)
          .isInstanceOf(UnknownHostException.class);
    }
  }

  @Test
  void publicAddressesAreAllowed() throws UnknownHostException {
    assertThat(strict.resolve("93.184.216.34")).hasSize(1);
    assertThat(strict.resolve("2606:2800:220:1::1")).hasSize(1);
  }

  @Test
  void loopbackIsAllowedWhenTheOperatorSaysSo() throws UnknownHostException {
    assertThat(lenient.resolve("127.0.0.1")).hasSize(1);
  }

  @Test
  void plainHttpNeedsPermission() {
    assertThat(strict.objection("http://heron.example/x")).isPresent();
    assertThat(lenient.objection("http://heron.example/x")).isEmpty();
    assertThat(strict.objection("https://heron.example/x")).isEmpty();
  }

  @Test
  void otherSchemesAndCredentialsInUrlsAreRefused() {
    assertThat(lenient.objection("file:///etc/passwd")).isPresent();
    assertThat(lenient.objection("https://user:pw@heron.example/")).isPresent();
    assertThat(lenient.objection("not a url")).isPresent();
  }

  @Test
  void privateTargetsAreRefusedWhenTheyAreTypedIn() {
    assertThat(strict.objection("https://127.0.0.1/links")).isPresent();
    assertThat(strict.objection("https://[::1]/links")).isPresent();
    assertThat(strict.objection("https://localhost/links")).isPresent();
    assertThat(strict.objection("https://10.0.0.1:8443/links")).isPresent();
    assertThat(strict.objection("https://93.184.216.34/links")).isEmpty();
  }
}
