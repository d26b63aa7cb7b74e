package io.heronbridge.integration.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.persistence.secret.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {

  @ParameterizedTest
  @ValueSource(strings = {"eleven-char", "aaaaaaaaaaaabbbbbbcc", "I-am-ANA-and-nobody-else"})
  void passwordThatIsEasilyGuessedIsRefused(String password) {
    assertThatThrownBy(() -> PasswordRule.require("password", new Secret(password), "ana"))
        .isInstanceOf(InvalidInputException.class)
        .message()
        .doesNotContain(password);
  }

  @Test
  void endlessPasswordIsRefused() {
    Secret endless = new Secret("abcd".repeat(PasswordRule.LONGEST));

    assertThatThrownBy(() -> PasswordRule.require("password", endless, "ana"))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void longPasswordIsTaken() {
    assertThatCode(() -> PasswordRule.require("password", new Secret("four plain words"), "ana"))
        .doesNotThrowAnyException();
  }

  @Test
  void oneTimePasswordsKeepTheRule() {
    for (int i = 0; i < 100; i++) {
      PasswordRule.require("password", Tokens.password(), "a name that is no part of it");
    }
  }
}
