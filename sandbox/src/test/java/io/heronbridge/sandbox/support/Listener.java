package io.heronbridge.sandbox.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** Receives webhooks and answers them as told. */
public final class Listener implements AutoCloseable {
  private final HttpServer server;
  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();

  /** One webhook as it came. */
  public record Heard(byte[] body, String token, String heronSignature, String contentType) {
    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  public Listener() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext("/", this::hear);
    server.start();
  }

  private void hear(HttpExchange http) throws IOException {
    byte[] body = http.getRequestBody().readAllBytes();
    heard.add(
        new Heard(
            body,
            http.getRequestHeaders().getFirst("Plaid-Verification"),
            http.getRequestHeaders().getFirst("Heron-Signature"),
            http.getRequestHeaders().getFirst("Content-Type")));
    Integer answer = answers.poll();
    http.sendResponseHeaders(answer == null ? 200 : answer, -1);
    http.close();
  }

  /** Answers the next webhooks with these, then 200. */
  public Listener answering(Integer... statuses) {
    answers.addAll(List.of(statuses));
    return this;
  }

  public String url() {
    return "http://127.0.0.1:%d/hook".formatted(server.getAddress().getPort());
  }

  public List<Heard> heard() {
    return heard;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
