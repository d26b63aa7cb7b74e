package io.heronbridge.launcher.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heronbridge.launcher.Pause;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WantedNodesTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  @TempDir Path folder;
  private WantedNodes wanted;

  @BeforeEach
  void open() throws Exception {
    wanted = new WantedNodes(folder);
    wanted.open();
  }

  @Test
  void askingEndsOnceTheWishIsGranted() throws Exception {
    CompletableFuture<Boolean> asking = CompletableFuture.supplyAsync(() -> ask(5));
    assertThat(Pause.until(SOON, () -> wanted.read().isPresent())).isTrue();
    assertThat(wanted.read()).hasValue(5);
    assertThat(asking).isNotDone();

    wanted.granted(5);

    assertThat(asking.get()).isTrue();
    assertThat(wanted.read()).isEmpty();
  }

  private boolean ask(int nodes) {
    try {
      return new WantedNodes(folder).ask(nodes);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whoAsksInVainIsTold() throws Exception {
    wanted.granted(3);
    CompletableFuture<Boolean> asking = CompletableFuture.supplyAsync(() -> ask(5));
    assertThat(Pause.until(SOON, () -> wanted.read().isPresent())).isTrue();

    wanted.refused(5);

    assertThatThrownBy(asking::get).hasStackTraceContaining("does not have 5 nodes");
    assertThat(wanted.read()).isEmpty();
  }

  @Test
  void whoAsksAClusterThatEndsIsTold() throws Exception {
    CompletableFuture<Boolean> asking = CompletableFuture.supplyAsync(() -> ask(5));
    assertThat(Pause.until(SOON, () -> wanted.read().isPresent())).isTrue();

    wanted.clear();

    assertThatThrownBy(asking::get).hasStackTraceContaining("ended before it had 5 nodes");
  }

  @Test
  void wishThatCameMeanwhileStays() throws Exception {
    Files.writeString(folder.resolve("wanted-nodes"), "2");

    wanted.granted(5);

    assertThat(wanted.read()).hasValue(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "9", "", "many"})
  void whatIsNoNumberOfNodesIsNotHeard(String text) throws Exception {
    Files.writeString(folder.resolve("wanted-nodes"), text);

    assertThat(wanted.read()).isEmpty();
  }

  @Test
  void whatAKilledRunLeftIsForgotten() throws Exception {
    Files.writeString(folder.resolve("wanted-nodes"), "2");

    wanted.clear();

    assertThat(wanted.isOpen()).isFalse();
    assertThat(wanted.read()).isEmpty();
  }
}
