package io.heronbridge.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
  @TempDir Path folder;

  @Test
  void secondRunIsToldWhichProcessHasTheFolder() throws Exception {
    try (RunFolder first = RunFolder.take(folder)) {
      assertThatThrownBy(() -> RunFolder.take(first.top()))
          .isInstanceOf(CannotStartException.class)
          .hasMessageContaining("process " + ProcessHandle.current().pid());
    }
  }

  @Test
  void folderCanBeTakenAgainOnceItIsLeft() throws Exception {
    RunFolder.take(folder).close();

    assertThatCode(() -> RunFolder.take(folder).close()).doesNotThrowAnyException();
  }

  @Test
  void folderThatCannotBeMadeIsToldInOneSentence() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThatThrownBy(() -> RunFolder.take(file.resolve("below")))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("cannot be written to");
  }

  @Test
  void emptyingSetsTheKeysetAsideAndLeavesWhatIsNotOurs() throws Exception {
    try (RunFolder run = RunFolder.take(folder)) {
      Files.writeString(run.keyset(), "key");
      Files.createDirectories(run.postgres().resolve("base"));
      Path stranger = Files.writeString(folder.resolve("notes.txt"), "mine");

      run.empty();

      assertThat(run.keyset()).doesNotExist();
      assertThat(run.postgres()).doesNotExist();
      assertThat(stranger).exists();
      try (var aside = Files.walk(folder.resolve("set-aside"))) {
        assertThat(aside).anyMatch(path -> path.endsWith("keyset.json"));
      }
    }
  }

  @Test
  void emptyingSetsTheSpoolsOfAllNodesAside() throws Exception {
    try (RunFolder run = RunFolder.take(folder)) {
      Path spool = Files.createDirectories(run.node(3).resolve("spool"));
      Files.writeString(spool.resolve("answer"), "token");

      run.empty();

      assertThat(run.node(3)).doesNotExist();
      try (var aside = Files.walk(folder.resolve("set-aside"))) {
        assertThat(aside).anyMatch(path -> path.endsWith("spool-3/answer"));
      }
    }
  }
}
