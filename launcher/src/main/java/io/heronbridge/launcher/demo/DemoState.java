package io.heronbridge.launcher.demo;

import io.heronbridge.launcher.CannotStartException;
import io.heronbridge.launcher.Folders;
import io.heronbridge.launcher.Ports;
import io.heronbridge.launcher.RandomText;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * What must be the same at the next start of the demonstration.
 *
 * @param apiKey with all rights
 * @param sandboxPort known to the integration that the database keeps
 */
public record DemoState(String username, String password, String apiKey, int sandboxPort) {
  private static final int PASSWORD_LENGTH = 16;
  private static final int KEY_LENGTH = 40;

  /** Reads what an earlier run wrote, or makes it up. */
  public static DemoState keptIn(Path file, int applicationPort) throws IOException {
    if (Files.exists(file)) {
      return read(file);
    }
    int near = applicationPort + 1;
    DemoState made =
        new DemoState(
            "admin",
            RandomText.ofLength(PASSWORD_LENGTH),
            "hb_demo_" + RandomText.ofLength(KEY_LENGTH),
            near < 65_536 && Ports.isFree(near) ? near : Ports.anyFree());
    made.write(file);
    return made;
  }

  private static DemoState read(Path file) throws IOException {
    Properties kept = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      kept.load(in);
      return new DemoState(
          kept.getProperty("admin.username"),
          kept.getProperty("admin.password"),
          kept.getProperty("api.key"),
          Integer.parseInt(kept.getProperty("sandbox.port")));
    } catch (IllegalArgumentException e) {
      throw new CannotStartException(
          "The file %s cannot be read any more: ./run --fresh starts anew.".formatted(file), e);
    }
  }

  private void write(Path file) throws IOException {
    Properties kept = new Properties();
    kept.setProperty("admin.username", username);
    kept.setProperty("admin.password", password);
    kept.setProperty("api.key", apiKey);
    kept.setProperty("sandbox.port", Integer.toString(sandboxPort));
    StringWriter text = new StringWriter();
    kept.store(text, "The demonstration's sign-in and keys");
    Folders.writePrivately(file, text.toString());
  }

  @Override
  public String toString() {
    return "demo-state(hidden)";
  }
}
