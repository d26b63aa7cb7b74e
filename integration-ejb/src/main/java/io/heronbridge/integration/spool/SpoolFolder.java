package io.heronbridge.integration.spool;

import io.heronbridge.integration.settings.Settings;
import io.heronbridge.persistence.secret.SecretCipher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** This node's durable folder. */
@ApplicationScoped
public class SpoolFolder {
  @Inject Settings settings;
  @Inject SecretCipher cipher;

  private WebhookSpool webhooks;

  Path path() {
    return settings.spoolDirectory();
  }

  /** The node's one spool of webhooks, which counts what it holds. */
  @Produces
  synchronized WebhookSpool webhooks() {
    if (webhooks == null) {
      webhooks = new WebhookSpool(path(), settings.webhookSpool(), cipher);
    }
    return webhooks;
  }

  /** Creates the folder when it is missing, and tells whether a file reaches the disk there. */
  public boolean takesWrites() {
    try {
      Files.createDirectories(path());
      Path trial = Files.createTempFile(path(), "trial", ".webhook.draft");
      try (FileChannel channel = FileChannel.open(trial, StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.allocate(1));
        channel.force(true);
      } finally {
        Files.deleteIfExists(trial);
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
