package io.heronbridge.portal.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * Style sheets and scripts, compressed once and kept: they are few and never change. Pages are not
 * compressed, since they carry secrets beside what visitors say.
 */
@ApplicationScoped
public class PackedAssets {
  private static final Pattern TEXT = Pattern.compile(".*\\.(css|js|svg)");

  @Inject ServletContext servletContext;

  private final Map<String, Optional<byte[]>> packed = new ConcurrentHashMap<>();

  /**
   * A file's bytes in gzip's format; empty when it is no text, or there is none.
   *
   * @param path plain, within the application
   */
  Optional<byte[]> of(String path) {
    if (!TEXT.matcher(path).matches()) {
      return Optional.empty();
    }
    Optional<byte[]> known = packed.get(path);
    if (known != null) {
      return known;
    }
    Optional<byte[]> found = read(path);
    // What does not exist is not remembered, or strangers could fill the memory with names.
    found.ifPresent(bytes -> packed.put(path, found));
    return found;
  }

  private Optional<byte[]> read(String path) {
    try (InputStream content = servletContext.getResourceAsStream(path)) {
      return content == null ? Optional.empty() : Optional.of(pack(content));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }

  private static byte[] pack(InputStream content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      content.transferTo(gzip);
    }
    return bytes.toByteArray();
  }
}
