package io.heronbridge.integration.spool;

import io.heronbridge.integration.settings.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** This node's durable folder. */
@Dependent
public class SpoolFolder {
  @Inject Settings settings;

  Path path() {
    return settings.spoolDirectory();
  }

  /** Creates the folder when it is missing, and tells whether files can be written there. */
  public boolean isWritable() {
    try {
      Files.createDirectories(path());
      return Files.isWritable(path());
    } catch (IOException e) {
      return false;
    }
  }
}
