package io.heronbridge.integration.spool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heronbridge.integration.settings.SpoolLimits;
import io.heronbridge.persistence.secret.Keyset;
import io.heronbridge.persistence.secret.SealBrokenException;
import io.heronbridge.persistence.secret.SecretCipher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookSpoolTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.000001Z");
  private static final SpoolLimits AMPLE = new SpoolLimits(1_000_000, 100);

  @TempDir private Path home;
  private Path folder;
  private SecretCipher cipher;

  @BeforeEach
  void makeAKeyset() throws IOException {
    folder = home.resolve("spool");
    cipher = Keyset.read(Files.writeString(home.resolve("keyset.json"), Keyset.generate()));
  }

  /** As a node has it after its start. */
  private WebhookSpool spool(SpoolLimits limits) {
    return new WebhookSpool(folder, limits, cipher);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private Path onlyFile() throws IOException {
    try (var files = Files.list(folder)) {
      return files.findFirst().orElseThrow();
    }
  }

  @Test
  void webhooksComeOutInOrderOfArrivalAlsoAfterARestart() throws IOException {
    WebhookSpool before = spool(AMPLE);
    before.add(NOON.plusMillis(2), bytes("second"));
    before.add(NOON.plusSeconds(86_400), bytes("third"));
    before.add(NOON, bytes("first"));

    WebhookSpool after = spool(AMPLE);

    List<String> names = after.names();
    assertThat(names).hasSize(3);
    assertThat(after.open(names.get(0))).isEqualTo(bytes("first"));
    assertThat(after.open(names.get(1))).isEqualTo(bytes("second"));
    assertThat(after.open(names.get(2))).isEqualTo(bytes("third"));
    assertThat(after.contents().oldest()).contains(NOON);
    assertThat(after.contents().bytes()).isEqualTo(before.contents().bytes()).isPositive();
  }

  @Test
  void contentIsSealedOnTheDisk() throws IOException {
    spool(AMPLE).add(NOON, bytes("public-sandbox-token"));

    assertThat(new String(Files.readAllBytes(onlyFile()), UTF_8)).doesNotContain("public-sandbox");
  }

  @Test
  void tornFileDoesNotOpen() throws IOException {
    WebhookSpool spool = spool(AMPLE);
    spool.add(NOON, bytes("whole"));
    byte[] whole = Files.readAllBytes(onlyFile());
    Files.write(onlyFile(), Arrays.copyOf(whole, whole.length - 3));

    assertThatThrownBy(() -> spool.open(spool.names().get(0)))
        .isInstanceOf(SealBrokenException.class);
  }

  @Test
  void fileUnderAnotherNameDoesNotOpen() throws IOException {
    WebhookSpool spool = spool(AMPLE);
    spool.add(NOON, bytes("mine"));
    String name = spool.names().get(0);
    String other = name.substring(0, 21) + "00000000-0000-0000-0000-000000000000";
    Files.move(onlyFile(), folder.resolve(other + ".webhook"));
    Files.write(folder.resolve("by-hand.webhook"), bytes("mine"));

    assertThatThrownBy(() -> spool.open(other)).isInstanceOf(SealBrokenException.class);
    assertThatThrownBy(() -> spool.open("by-hand")).isInstanceOf(SealBrokenException.class);
  }

  @Test
  void fileSetAsideIsCountedAndMakesRoom() {
    WebhookSpool spool = spool(new SpoolLimits(1_000_000, 1));
    spool.add(NOON, bytes("odd"));

    spool.setAside(spool.names().get(0), "a test");

    assertThat(spool.contents()).isEqualTo(new WebhookSpool.Contents(0, 0, Optional.empty(), 1));
    assertThat(spool.add(NOON, bytes("next"))).isTrue();
  }

  @Test
  void roomIsGivenBackOnceHoweverOftenAFileGoes() throws IOException {
    WebhookSpool spool = spool(new SpoolLimits(1_000_000, 2));
    spool.add(NOON, bytes("1"));
    String name = spool.names().get(0);
    spool.add(NOON.plusSeconds(1), bytes("2"));
    Files.write(folder.resolve("by-hand.webhook"), bytes("3"));

    spool.forget(name);
    spool.forget(name);
    spool.setAside("by-hand", "a test");

    assertThat(spool.contents().bytes())
        .isEqualTo(Files.size(folder.resolve(spool.names().get(0) + ".webhook")));
    assertThat(spool.add(NOON, bytes("4"))).isTrue();
    assertThat(spool.add(NOON, bytes("5"))).isFalse();
  }

  @Test
  void nothingIsTakenBeyondTheNumberOfFiles() {
    WebhookSpool spool = spool(new SpoolLimits(1_000_000, 2));

    assertThat(spool.add(NOON, bytes("1"))).isTrue();
    assertThat(spool.isFull()).isFalse();
    assertThat(spool.add(NOON, bytes("2"))).isTrue();
    assertThat(spool.isFull()).isTrue();
    assertThat(spool.add(NOON, bytes("3"))).isFalse();
    assertThat(spool(new SpoolLimits(1_000_000, 2)).add(NOON, bytes("3"))).isFalse();

    spool.forget(spool.names().get(0));
    assertThat(spool.isFull()).isFalse();
    assertThat(spool.add(NOON, bytes("3"))).isTrue();
  }

  @Test
  void nothingIsTakenBeyondTheBytes() {
    WebhookSpool spool = spool(new SpoolLimits(64 * 1024, 100));

    assertThat(spool.add(NOON, new byte[60 * 1024])).isTrue();
    assertThat(spool.isFull()).isTrue();
    assertThat(spool.add(NOON, new byte[8 * 1024])).isFalse();
    assertThat(spool.add(NOON, new byte[1024])).isTrue();
    assertThat(spool.contents().files()).isEqualTo(2);
  }

  @Test
  void folderThatCannotBeWrittenTakesNothingAndKeepsItsRoom() throws IOException {
    Files.write(folder, bytes("a file where the folder should be"));
    WebhookSpool spool = spool(new SpoolLimits(1_000_000, 1));

    assertThat(spool.add(NOON, bytes("lost"))).isFalse();

    Files.delete(folder);
    assertThat(spool.add(NOON, bytes("kept"))).isTrue();
  }
}
