package io.heronbridge.sandbox.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** A file from the class path, with headers that suit its kind. */
public final class StaticFile implements Handler {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8");
  private final Answer answer;

  /** Reads the file that lies beside the given class. */
  public StaticFile(Class<?> beside, String name, Map<String, String> headers) {
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    this.answer =
        new Answer(200, Map.of("Content-Type", type), read(beside, name))
            .with("Cache-Control", "no-cache")
            .with("X-Content-Type-Options", "nosniff")
            .with(headers);
  }

  private static byte[] read(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read resource " + name, e);
    }
  }

  @Override
  public Answer handle(Request request) {
    return answer;
  }
}
