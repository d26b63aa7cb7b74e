package io.heronbridge.portal.page;

import io.heronbridge.persistence.secret.Hash;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;

/** The fingerprint of our style sheets and scripts: a changed file gets a new address. */
@ApplicationScoped
public class AssetVersion {
  static final String FOLDER = "/assets/";
  private static final int LENGTH = 10;

  @Inject ServletContext servletContext;

  private String root;

  @PostConstruct
  void read() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    collect(FOLDER, all);
    String version = HexFormat.of().formatHex(Hash.sha256(all.toByteArray()));
    root = FOLDER + "_" + version.substring(0, LENGTH);
  }

  private void collect(String folder, ByteArrayOutputStream all) {
    Set<String> paths = servletContext.getResourcePaths(folder);
    for (String path : paths == null ? Set.<String>of() : new TreeSet<>(paths)) {
      if (path.endsWith("/")) {
        collect(path, all);
      } else {
        append(path, all);
      }
    }
  }

  private void append(String path, ByteArrayOutputStream all) {
    try (InputStream content = servletContext.getResourceAsStream(path)) {
      all.writeBytes(content.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }

  /** Where pages find the assets: {@code /assets/_4f3c…}. */
  public String root() {
    return root;
  }
}
