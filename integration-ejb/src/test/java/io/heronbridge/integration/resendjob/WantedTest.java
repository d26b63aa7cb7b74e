package io.heronbridge.integration.resendjob;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.item.LinkFilter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WantedTest {
  private static final UUID ACME = UUID.randomUUID();
  private static final UUID OTHER = UUID.randomUUID();
  private static final Caller ALL = caller(List.of());
  private static final Caller ACMES = caller(List.of(ACME));

  private static Caller caller(List<UUID> integrations) {
    return new Caller("key:a", Set.of(), integrations, "");
  }

  private static LinkFilter of(Optional<UUID> integration) {
    return new LinkFilter(
        Optional.of("linked"), integration, Optional.empty(), Optional.empty(), Optional.empty());
  }

  @Test
  void onlyFailedLinksAreMeantWhateverWasAsked() {
    assertThat(Wanted.of(of(Optional.empty()), ALL).filter().status()).contains("failed");
  }

  @Test
  void limitedCallerWantsLinksOfTheirOwnOnly() {
    assertThat(Wanted.of(of(Optional.empty()), ACMES).integrations()).containsExactly(ACME);
    assertThat(Wanted.of(of(Optional.of(OTHER)), ACMES).integrations()).containsExactly(ACME);
  }

  @Test
  void whoeverMayUseAllItsIntegrationsMayTouchAJob() {
    Wanted everything = Wanted.of(of(Optional.empty()), ALL);
    Wanted acmes = Wanted.of(of(Optional.of(ACME)), ALL);

    assertThat(everything.isWithin(ALL)).isTrue();
    assertThat(everything.isWithin(ACMES)).isFalse();
    assertThat(acmes.isWithin(ACMES)).isTrue();
    assertThat(acmes.isWithin(caller(List.of(OTHER)))).isFalse();
    assertThat(acmes.isWithin(caller(List.of(OTHER, ACME)))).isTrue();
  }
}
