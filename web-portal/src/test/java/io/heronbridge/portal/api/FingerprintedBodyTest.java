package io.heronbridge.portal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FingerprintedBodyTest {
  private static final Runnable NOTHING = () -> {};
  private static final byte[] LONG = new byte[3 * 1024 * 1024];

  static {
    new Random(7).nextBytes(LONG);
  }

  private static FingerprintedBody body(String query, byte[] bytes) throws IOException {
    return new FingerprintedBody(query, new ByteArrayInputStream(bytes), bytes.length);
  }

  /** Of a request that announced so many bytes and ended early. */
  private static FingerprintedBody endingEarly(byte[] bytes, long announced) {
    return new FingerprintedBody(null, new ByteArrayInputStream(bytes), announced);
  }

  /** Bytes, and then the connection is gone. */
  private static InputStream breakingAfter(byte[] bytes) {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("connection reset");
          }
        };
    return new SequenceInputStream(new ByteArrayInputStream(bytes), broken);
  }

  @Test
  void shortBodyIsKnownAtOnceAndCanStillBeRead() throws IOException {
    FingerprintedBody body = body(null, new byte[] {1, 2, 3});

    assertThat(body.fingerprint()).isPresent();
    assertThat(body.stream(NOTHING).readAllBytes()).containsExactly(1, 2, 3);
    assertThat(body.fingerprint()).hasValue(body(null, new byte[] {1, 2, 3}).fingerprint().get());
  }

  @Test
  void longBodyIsKnownOnceItWasRead() throws IOException {
    FingerprintedBody body = body(null, LONG);
    assertThat(body.fingerprint()).isEmpty();

    byte[] read = body.stream(NOTHING).readAllBytes();

    assertThat(read).isEqualTo(LONG);
    assertThat(body.fingerprint()).hasValue(body(null, LONG).fingerprintAtTheEnd().get());
  }

  @Test
  void longBodyThatWasReadByPartsOnlyIsNotKnown() throws IOException {
    FingerprintedBody body = body(null, LONG);

    body.stream(NOTHING).readNBytes(2 * 1024 * 1024);

    assertThat(body.fingerprint()).isEmpty();
  }

  @Test
  void bodyOfExactlyWhatIsHeldIsKnownOnceItsEndWasSeen() throws IOException {
    byte[] held = new byte[1024 * 1024];

    assertThat(body(null, held).fingerprintAtTheEnd().get())
        .isEqualTo(body(null, held).fingerprintAtTheEnd().get())
        .isNotEqualTo(body(null, new byte[held.length - 1]).fingerprintAtTheEnd().get());
  }

  @Test
  void anotherByteAtTheEndOrAnotherQueryIsAnotherRequest() throws IOException {
    byte[] other = LONG.clone();
    other[other.length - 1]++;

    byte[] fingerprint = body("a=1", LONG).fingerprintAtTheEnd().get();

    assertThat(body("a=1", other).fingerprintAtTheEnd().get()).isNotEqualTo(fingerprint);
    assertThat(body("a=2", LONG).fingerprintAtTheEnd().get()).isNotEqualTo(fingerprint);
    assertThat(body(null, LONG).fingerprintAtTheEnd().get()).isNotEqualTo(fingerprint);
  }

  @Test
  void bodyThatEndsEarlyHasNoFingerprint() throws IOException {
    FingerprintedBody body = endingEarly(LONG, LONG.length + 1L);

    assertThat(body.stream(NOTHING).readAllBytes()).isEqualTo(LONG);

    assertThat(body.fingerprint()).isEmpty();
    assertThatThrownBy(() -> endingEarly(LONG, LONG.length + 1L).fingerprintAtTheEnd())
        .isInstanceOf(MalformedException.class);
  }

  @Test
  void bodyThatCannotBeReadToItsEndHasNoFingerprint() {
    FingerprintedBody body = new FingerprintedBody(null, breakingAfter(LONG), -1);

    assertThatThrownBy(() -> body.stream(NOTHING).readAllBytes()).isInstanceOf(IOException.class);

    assertThat(body.fingerprint()).isEmpty();
    assertThatThrownBy(body::fingerprintAtTheEnd).isInstanceOf(MalformedException.class);
  }

  @Test
  void shortBodyThatBrokeOffIsRefusedBeforeAnythingIsBegun() {
    assertThatThrownBy(() -> endingEarly(new byte[] {1, 2}, 3))
        .isInstanceOf(MalformedException.class);
    assertThatThrownBy(() -> new FingerprintedBody(null, breakingAfter(new byte[] {1, 2}), -1))
        .isInstanceOf(MalformedException.class);
  }

  @Test
  void bodyOfUnknownLengthIsWholeAtItsEnd() throws IOException {
    FingerprintedBody body = endingEarly(LONG, -1);

    body.stream(NOTHING).readAllBytes();

    assertThat(body.fingerprint()).hasValue(body(null, LONG).fingerprintAtTheEnd().get());
  }

  @Test
  void bodyWithoutAnEndIsGivenUp() throws IOException {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 7;
          }

          @Override
          public int read(byte[] bytes, int offset, int length) {
            return length;
          }
        };

    assertThat(new FingerprintedBody(null, endless, -1, LONG.length).fingerprintAtTheEnd())
        .isEmpty();
  }

  @Test
  void longBodyTellsThatItIsOnTheWay() throws IOException {
    AtomicInteger told = new AtomicInteger();

    body(null, LONG).stream(told::incrementAndGet).readAllBytes();

    assertThat(told).hasPositiveValue();
  }
}
