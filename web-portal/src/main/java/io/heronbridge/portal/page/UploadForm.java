package io.heronbridge.portal.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.heronbridge.integration.problem.InvalidInputException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a {@code multipart/form-data} body (RFC 7578) while it comes in: the fields before the
 * file, then the file as a stream. The server's own reading would write the file, with its access
 * tokens, to a temporary file in clear.
 */
public final class UploadForm {
  private static final int MOST_FIELDS = 20;
  private static final int LONGEST_FIELD = 10_000;
  private static final int LONGEST_HEADERS = 8_000;
  private static final int LONGEST_NAME = 100;
  private static final long MOST_DRAINED = 64L * 1024 * 1024;
  private static final Pattern BOUNDARY =
      Pattern.compile("multipart/form-data;.*boundary=\"?([0-9A-Za-z'()+_,./:=?-]{1,70})\"?.*");
  private static final Pattern NAME = Pattern.compile("[;\\s]name=\"([^\"]*)\"");
  private static final Pattern FILE_NAME = Pattern.compile("[;\\s]filename=\"([^\"]*)\"");

  private final PushbackInputStream source;
  private final byte[] delimiter;
  private final Map<String, String> fields = new HashMap<>();
  private InputStream file;
  private String fileName = "";

  private UploadForm(InputStream body, String boundary) {
    this.source = new PushbackInputStream(new BufferedInputStream(body), 2);
    this.delimiter = ("\r\n--" + boundary).getBytes(UTF_8);
  }

  /**
   * Reads up to the file.
   *
   * @throws InvalidInputException when the body is no such form
   */
  public static UploadForm read(String contentType, InputStream body) {
    Matcher type = BOUNDARY.matcher(contentType == null ? "" : contentType);
    if (!type.matches()) {
      throw unreadable();
    }
    UploadForm form = new UploadForm(body, type.group(1));
    try {
      form.readFields();
      return form;
    } catch (IOException e) {
      throw unreadable();
    }
  }

  /** Reads what is left of a refused upload, since browsers read the answer only afterwards. */
  public static void drain(InputStream body) {
    byte[] buffer = new byte[64 * 1024];
    try {
      long drained = 0;
      int read = body.read(buffer);
      while (read >= 0 && drained < MOST_DRAINED) {
        drained += read;
        read = body.read(buffer);
      }
    } catch (IOException e) {
      // It broke off; nobody is there to read the answer.
    }
  }

  private static InvalidInputException unreadable() {
    return new InvalidInputException("file", "did not arrive as a form with a file");
  }

  private void readFields() throws IOException {
    // The first delimiter has no line end of its own before it.
    source.unread(new byte[] {'\r', '\n'});
    new Part().skip();
    while (file == null && hasNextPart()) {
      String headers = headers();
      Matcher name = NAME.matcher(headers);
      Matcher fileHeader = FILE_NAME.matcher(headers);
      if (fileHeader.find()) {
        fileName = fileHeader.group(1);
        file = new Part();
      } else if (name.find() && fields.size() < MOST_FIELDS) {
        byte[] value = new Part().readNBytes(LONGEST_FIELD + 1);
        if (value.length > LONGEST_FIELD) {
          throw unreadable();
        }
        fields.putIfAbsent(name.group(1), new String(value, UTF_8));
      } else {
        throw unreadable();
      }
    }
  }

  /** Stands after a delimiter; two hyphens there end the form. */
  private boolean hasNextPart() throws IOException {
    int first = source.read();
    int second = source.read();
    return first == '\r' && second == '\n';
  }

  private String headers() throws IOException {
    ByteArrayOutputStream headers = new ByteArrayOutputStream();
    int lineLength = -1;
    while (lineLength != 0) {
      lineLength = 0;
      for (int next = source.read(); next != '\n'; next = source.read()) {
        if (next < 0 || headers.size() > LONGEST_HEADERS) {
          throw new EOFException("no end of headers");
        }
        if (next != '\r') {
          lineLength++;
          headers.write(next);
        }
      }
      headers.write('\n');
    }
    return headers.toString(UTF_8);
  }

  /** A field that stood before the file. */
  public Optional<String> field(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  /** The file; empty when none was chosen. */
  public Optional<InputStream> file() {
    return Optional.ofNullable(file).filter(any -> !fileName.isEmpty());
  }

  /** The file's own name, shortened. */
  public Optional<String> fileName() {
    String plain = fileName.substring(fileName.lastIndexOf('\\') + 1).replaceAll("\\p{Cntrl}", "");
    return Optional.of(plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain)
        .filter(name -> !name.isBlank());
  }

  /** Ends before the next delimiter; a body that ends earlier has broken off. */
  private final class Part extends InputStream {
    /** Bytes that looked like the delimiter's beginning and are still to be given out. */
    private int pending;

    private int given;
    private boolean ended;

    @Override
    public int read() throws IOException {
      if (given < pending) {
        return delimiter[given++];
      }
      return ended ? -1 : next();
    }

    private int next() throws IOException {
      int matched = 0;
      int next = source.read();
      while (next == delimiter[matched]) {
        matched++;
        if (matched == delimiter.length) {
          ended = true;
          return -1;
        }
        next = source.read();
      }
      if (next < 0) {
        throw new EOFException("the form broke off");
      }
      if (matched == 0) {
        return next;
      }
      // No second carriage return stands in a delimiter: what matched holds no other beginning.
      source.unread(next);
      pending = matched;
      given = 1;
      return delimiter[0];
    }

    /** Unlike the inherited one, tells of a broken upload at once. */
    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int count = 0;
      while (count < length) {
        int next = read();
        if (next < 0) {
          return count == 0 ? -1 : count;
        }
        into[from + count] = (byte) next;
        count++;
      }
      return count;
    }

    void skip() throws IOException {
      int next = read();
      while (next >= 0) {
        next = read();
      }
    }
  }
}
