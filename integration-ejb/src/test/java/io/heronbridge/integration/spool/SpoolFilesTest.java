package io.heronbridge.integration.spool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolFilesTest {
  @TempDir private Path home;
  private Path folder;
  private SpoolFiles files;

  @BeforeEach
  void lookAtAFolderThatIsNotThere() {
    folder = home.resolve("not/yet");
    files = new SpoolFiles(folder, ".letter", ".aside");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  @Test
  void folderThatIsNotThereHoldsNothing() throws IOException {
    assertThat(files.names()).isEmpty();
    assertThat(files.exists("a")).isFalse();
  }

  @Test
  void whatWasWrittenIsRead() throws IOException {
    files.write("a", bytes("hello"));

    assertThat(files.read("a")).isEqualTo(bytes("hello"));
    assertThat(files.size("a")).isEqualTo(5);
    assertThat(folder).isDirectoryContaining("glob:**/a.letter");
    assertThat(files.names()).containsExactly("a");
  }

  @Test
  void namesComeInTheirOrder() throws IOException {
    files.write("002", bytes("second"));
    files.write("010", bytes("third"));
    files.write("001", bytes("first"));

    assertThat(files.names()).containsExactly("001", "002", "010");
  }

  @Test
  void deletedFileIsGone() throws IOException {
    files.write("a", bytes("x"));

    files.delete("a");
    files.delete("a");

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void fileSetAsideWaitsNoLongerButIsThere() throws IOException {
    files.write("a", bytes("x"));

    files.setAside("a");

    assertThat(files.names()).isEmpty();
    assertThat(files.aside()).isEqualTo(1);
    assertThat(folder.resolve("a.aside")).hasContent("x");
  }

  @Test
  void draftOfADeadWriterIsNoFileAndCanBeCleared() throws IOException {
    files.write("a", bytes("x"));
    Files.write(folder.resolve("b.letter.draft"), bytes("half"));
    Files.write(folder.resolve("c.other.draft"), bytes("not ours"));

    files.deleteDrafts();

    assertThat(files.names()).containsExactly("a");
    assertThat(folder.resolve("b.letter.draft")).doesNotExist();
    assertThat(folder.resolve("c.other.draft")).exists();
  }

  @Test
  void folderThatCannotBeWrittenIsToldAndLeavesNothing() throws IOException {
    Files.createDirectories(folder.getParent());
    Files.write(folder, bytes("a file where the folder should be"));

    assertThatThrownBy(() -> files.write("a", bytes("x"))).isInstanceOf(IOException.class);
  }
}
