package io.heronbridge.integration.settings;

import java.net.URI;
import java.util.Optional;

/**
 * Where the spans of traces go.
 *
 * @param endpoint takes OTLP over HTTP; empty for none
 * @param sampleRatio of the traces that begin here, how many are exported: 0 to 1
 */
public record TraceSettings(Optional<URI> endpoint, double sampleRatio) {
  private static final String ENDPOINT = "bridge.traces.endpoint";

  static TraceSettings from(SettingReader reader) {
    return new TraceSettings(
        reader.text(ENDPOINT).map(text -> URI.create(reader.url(ENDPOINT))),
        reader.share("bridge.traces.sample-ratio"));
  }
}
