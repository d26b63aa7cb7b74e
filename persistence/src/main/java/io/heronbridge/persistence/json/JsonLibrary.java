package io.heronbridge.persistence.json;

import jakarta.json.spi.JsonProvider;

/**
 * The server's JSON library, looked up once. {@code jakarta.json.Json} looks it up at each call and
 * searches every archive of the application for it: a third of what a webhook costs.
 */
public final class JsonLibrary {
  public static final JsonProvider JSON = JsonProvider.provider();

  private JsonLibrary() {}
}
