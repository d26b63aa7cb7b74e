package io.heronbridge.sandbox.memory;

import com.google.gson.JsonObject;
import io.heronbridge.sandbox.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The file with a sandbox's memory; it is whole at every moment. */
public final class MemoryFile {
  private static final System.Logger LOG = System.getLogger(MemoryFile.class.getName());
  private final Path file;
  private byte[] written = {};

  public MemoryFile(Path file) {
    this.file = file;
  }

  /** Hands over what was kept; where that fails, the file is set aside and the answer is false. */
  public boolean load(Consumer<JsonObject> recall) {
    try {
      if (!Files.exists(file)) {
        return true;
      }
      Optional<JsonObject> kept = Json.parseObject(Files.readString(file));
      recall.accept(kept.orElseThrow(() -> new IllegalStateException("not a JSON object")));
      return true;
    } catch (IOException | RuntimeException unreadable) {
      LOG.log(
          System.Logger.Level.WARNING,
          () -> "the sandbox starts empty: %s cannot be read (%s)".formatted(file, unreadable));
      setAside();
      return false;
    }
  }

  private void setAside() {
    try {
      Path aside = file.resolveSibling(file.getFileName() + ".unreadable");
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot set aside " + file, e);
    }
  }

  /** Replaces the file when there is something new. */
  public synchronized void save(Supplier<JsonObject> memory) {
    byte[] bytes = Json.bytes(memory.get());
    if (Arrays.equals(bytes, written)) {
      return;
    }
    try {
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.write(fresh, bytes);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      written = bytes;
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, () -> "cannot write " + file, e);
    }
  }
}
