package io.heronbridge.portal.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/**
 * A request's body that tells the request's SHA-256, query included. Up to 1 MiB is read at once;
 * what is longer is hashed as it streams by and never held whole. One that broke off has none: what
 * was answered to half a request is no answer to the whole one.
 */
final class FingerprintedBody {
  private static final int HELD = 1024 * 1024;

  /** No request of ours is longer: that of an import may have 1 GiB. */
  private static final long LONGEST = 1024L * HELD;

  private static final int PIECE = 64 * 1024;

  private final MessageDigest digest = sha256();
  private final byte[] beginning;
  private final long announced;
  private final long longest;
  private final Passing rest;
  private Optional<byte[]> fingerprint = Optional.empty();

  /**
   * @param query null when there is none
   * @param announced the Content-Length; negative when there is none
   * @throws MalformedException when it broke off already
   */
  FingerprintedBody(String query, InputStream body, long announced) {
    this(query, body, announced, LONGEST);
  }

  /**
   * @param longest how much of it is read for the fingerprint alone, in bytes
   */
  FingerprintedBody(String query, InputStream body, long announced, long longest) {
    this.announced = announced;
    this.longest = longest;
    digest.update(sha256().digest((query == null ? "" : query).getBytes(UTF_8)));
    beginning = beginning(body);
    digest.update(beginning);
    rest = new Passing(body, beginning.length);
    if (beginning.length < HELD) {
      rest.isOver = true;
      if (!isWhole()) {
        throw brokeOff();
      }
    }
  }

  private static byte[] beginning(InputStream body) {
    try {
      return body.readNBytes(HELD);
    } catch (IOException e) {
      throw brokeOff();
    }
  }

  private static MalformedException brokeOff() {
    return new MalformedException("body", "broke off");
  }

  private boolean isWhole() {
    return rest.isOver && !rest.isBroken && (announced < 0 || rest.count == announced);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  /**
   * The body from its beginning.
   *
   * @param onTheWay is run again and again while a long one arrives
   */
  InputStream stream(Runnable onTheWay) {
    InputStream held = new ByteArrayInputStream(beginning);
    if (rest.isOver) {
      return held;
    }
    rest.onTheWay = onTheWay;
    return new SequenceInputStream(held, rest);
  }

  /** Empty until the body has been read to its end, and for good when it broke off. */
  Optional<byte[]> fingerprint() {
    if (isWhole() && fingerprint.isEmpty()) {
      fingerprint = Optional.of(digest.digest());
    }
    return fingerprint;
  }

  /**
   * Reads what is left, for its fingerprint alone; empty when there is no end to it.
   *
   * @throws MalformedException when it broke off
   */
  Optional<byte[]> fingerprintAtTheEnd() {
    byte[] piece = new byte[PIECE];
    long left = longest;
    try {
      while (!rest.isOver && left > 0) {
        left -= rest.read(piece, 0, PIECE);
      }
    } catch (IOException e) {
      throw brokeOff();
    }
    if (rest.isOver && !isWhole()) {
      throw brokeOff();
    }
    return fingerprint();
  }

  /** Hashes and counts what passes. */
  private final class Passing extends FilterInputStream {
    private long count;
    private boolean isOver;
    private boolean isBroken;
    private Runnable onTheWay = () -> {};

    Passing(InputStream body, long before) {
      super(body);
      this.count = before;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (isOver) {
        return -1;
      }
      int read = readOrBreak(bytes, offset, length);
      if (read < 0) {
        isOver = true;
      } else {
        digest.update(bytes, offset, read);
        count += read;
      }
      onTheWay.run();
      return read;
    }

    private int readOrBreak(byte[] bytes, int offset, int length) throws IOException {
      try {
        return super.read(bytes, offset, length);
      } catch (IOException e) {
        isBroken = true;
        throw e;
      }
    }

    @Override
    public long skip(long most) throws IOException {
      return readNBytes((int) Math.min(most, HELD)).length;
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
