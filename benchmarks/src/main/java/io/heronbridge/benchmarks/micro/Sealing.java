package io.heronbridge.benchmarks.micro;

import io.heronbridge.persistence.secret.Keyset;
import io.heronbridge.persistence.secret.Purpose;
import io.heronbridge.persistence.secret.SecretCipher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** An access token of Plaid's, sealed to its row and opened again. */
@State(Scope.Benchmark)
public class Sealing {
  private final UUID row = UUID.randomUUID();
  private final byte[] token =
      "access-sandbox-00000000-0000-0000-0000-000000000000".getBytes(StandardCharsets.US_ASCII);
  private SecretCipher cipher;
  private byte[] sealed;

  @Setup
  public void makeKeyset() throws IOException {
    Path file = Files.createTempFile("keyset", ".json");
    try {
      Files.writeString(file, Keyset.generate());
      cipher = Keyset.read(file);
    } finally {
      Files.delete(file);
    }
    sealed = seal();
  }

  @Benchmark
  public byte[] seal() {
    return cipher.seal(Purpose.ACCESS_TOKEN, row, token);
  }

  @Benchmark
  public byte[] open() {
    return cipher.open(Purpose.ACCESS_TOKEN, row, sealed);
  }
}
