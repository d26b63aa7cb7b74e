package io.heronbridge.integration.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.heronbridge.integration.relay.Letter.Arrival;
import io.heronbridge.persistence.webhook.Header;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A letter as bytes, for the spool: what one version writes, every later one reads. */
final class Envelope {
  private static final int VERSION = 1;

  private Envelope() {}

  static byte[] of(Letter letter) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeLong(letter.integration().getMostSignificantBits());
      out.writeLong(letter.integration().getLeastSignificantBits());
      write(out, letter.receivedAt());
      write(out, letter.signedAt());
      out.writeInt(letter.headers().size());
      for (Header header : letter.headers()) {
        write(out, header.name().getBytes(UTF_8));
        write(out, header.value().getBytes(UTF_8));
      }
      write(out, letter.body());
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written", e);
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, Instant instant) throws IOException {
    out.writeLong(instant.getEpochSecond());
    out.writeInt(instant.getNano());
  }

  private static void write(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /**
   * @throws IOException when it is no letter, or one of a later version
   */
  static Letter open(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    int version = in.readByte();
    if (version != VERSION) {
      throw new IOException("written by a later version: " + version);
    }
    UUID integration = new UUID(in.readLong(), in.readLong());
    Instant receivedAt = instant(in);
    Instant signedAt = instant(in);
    List<Header> headers = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      headers.add(new Header(new String(bytes(in), UTF_8), new String(bytes(in), UTF_8)));
    }
    return new Letter(new Arrival(integration, receivedAt), headers, bytes(in), signedAt);
  }

  private static Instant instant(DataInputStream in) throws IOException {
    return Instant.ofEpochSecond(in.readLong(), in.readInt());
  }

  private static byte[] bytes(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > in.available()) {
      throw new IOException("torn");
    }
    return in.readNBytes(length);
  }
}
