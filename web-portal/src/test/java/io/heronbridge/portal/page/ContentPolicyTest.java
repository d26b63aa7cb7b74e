package io.heronbridge.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContentPolicyTest {
  private static final String PLAID = "https://cdn.plaid.com/link/v2/stable/link-initialize.js";

  @Test
  void ownOriginOnly() {
    assertThat(ContentPolicy.strict())
        .isEqualTo(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                + " connect-src 'self'; form-action 'self'; base-uri 'none';"
                + " frame-ancestors 'none'");
  }

  @Test
  void connectPagesMayLoadPlaidLinkToo() {
    assertThat(ContentPolicy.withLink(PLAID))
        .contains("script-src 'self' https://cdn.plaid.com;")
        .contains("frame-src https://cdn.plaid.com")
        .contains(
            "connect-src 'self' https://cdn.plaid.com https://production.plaid.com"
                + " https://sandbox.plaid.com;")
        .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'");
  }

  @Test
  void connectPagesOfASandboxMayLoadOnlyTheSandbox() {
    assertThat(ContentPolicy.withLink("http://localhost:9090/link/v2/stable/link-initialize.js"))
        .contains("script-src 'self' http://localhost:9090;")
        .doesNotContain("plaid.com");
  }

  @Test
  void scriptsAreNeverInline() {
    assertThat(ContentPolicy.withLink(PLAID))
        .doesNotContain("unsafe-eval", "script-src 'self' 'unsafe-inline'")
        .containsOnlyOnce("'unsafe-inline'")
        .contains("style-src-attr 'unsafe-inline'");
  }
}
