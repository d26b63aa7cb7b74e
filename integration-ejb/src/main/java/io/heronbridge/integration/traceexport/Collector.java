package io.heronbridge.integration.traceexport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;

/**
 * The operator's collector. The JDK's oldest HTTP client suits it best: it has no threads that
 * would be left behind in a server when the application is undeployed.
 */
final class Collector {
  private static final int SUCCESSES = 2;
  private static final int MOST_HEARD = 64 * 1024;

  private final URI endpoint;
  private final int patienceMillis;

  /**
   * @param patience for a connection, and again for the answer
   */
  Collector(URI endpoint, Duration patience) {
    this.endpoint = endpoint;
    this.patienceMillis = (int) patience.toMillis();
  }

  /**
   * @throws IOException when the collector did not take it; the message holds no address
   */
  void post(byte[] message) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) endpoint.toURL().openConnection();
    connection.setConnectTimeout(patienceMillis);
    connection.setReadTimeout(patienceMillis);
    connection.setInstanceFollowRedirects(false);
    connection.setRequestMethod("POST");
    connection.setRequestProperty("Content-Type", "application/x-protobuf");
    connection.setRequestProperty("User-Agent", "heron-bridge");
    connection.setFixedLengthStreamingMode(message.length);
    connection.setDoOutput(true);
    try (OutputStream out = connection.getOutputStream()) {
      out.write(message);
    }
    int status = connection.getResponseCode();
    boolean isTaken = status / 100 == SUCCESSES;
    drain(isTaken ? connection.getInputStream() : connection.getErrorStream());
    if (!isTaken) {
      throw new IOException("it answered " + status);
    }
  }

  /** A connection whose answer was read can be used again. */
  private static void drain(InputStream answer) throws IOException {
    if (answer != null) {
      try (answer) {
        answer.skip(MOST_HEARD);
      }
    }
  }
}
