package io.heronbridge.launcher.balancer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpHandler;
import io.heronbridge.launcher.Pause;
import io.heronbridge.launcher.balancer.NodeHealth.Patience;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BalancerTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Patience QUICK =
      new Patience(Duration.ofMillis(50), Duration.ofMillis(500), Duration.ofSeconds(1));

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private Balancer balancer;

  @BeforeEach
  void start() {
    balancer = Balancer.start(0, QUICK);
    opened.push(balancer);
  }

  @AfterEach
  void stop() throws Exception {
    while (!opened.isEmpty()) {
      opened.pop().close();
    }
  }

  private StubNode ready(StubNode node) throws Exception {
    opened.push(node);
    balancer.add(node.address());
    assertThat(Pause.until(SOON, () -> balancer.isReady(node.address()))).isTrue();
    return node;
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + balancer.port() + path);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(at(path)).POST(BodyPublishers.ofString(body)).build(),
        BodyHandlers.ofString());
  }

  @Test
  void everyNodeHasItsTurn() throws Exception {
    for (String name : List.of("a", "b", "c")) {
      ready(StubNode.named(name));
    }

    TreeSet<String> seen = new TreeSet<>();
    for (int i = 0; i < 3; i++) {
      seen.add(get("/").body());
    }

    assertThat(seen).containsExactly("a", "b", "c");
  }

  @Test
  void nodeThatIsNotReadyGetsNothingUntilItIs() throws Exception {
    StubNode busy = ready(StubNode.named("busy"));
    ready(StubNode.named("other"));

    busy.saysOfItsReadiness(503);
    assertThat(Pause.until(SOON, () -> !balancer.isReady(busy.address()))).isTrue();
    List<String> meanwhile = IntStream.range(0, 4).mapToObj(this::bodyOf).toList();
    busy.saysOfItsReadiness(200);
    assertThat(Pause.until(SOON, () -> balancer.isReady(busy.address()))).isTrue();
    List<String> after = IntStream.range(0, 4).mapToObj(this::bodyOf).toList();

    assertThat(meanwhile).containsOnly("other");
    assertThat(after).contains("busy");
  }

  private String bodyOf(int number) {
    try {
      return get("/" + number).body();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void withoutANodeItSaysWhenToTryAgain() throws Exception {
    HttpResponse<String> answer = post("/api", "{}");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("5");
    assertThat(answer.body()).contains("Nothing was done");
  }

  @Test
  void requestThatReachedNobodyGoesToAnotherNode() throws Exception {
    StubNode dead = ready(StubNode.named("dead"));
    ready(StubNode.named("alive"));
    dead.close();

    for (int i = 0; i < 4; i++) {
      assertThat(post("/" + i, "body").body()).isEqualTo("alive");
    }
  }

  @Test
  void readingIsRepeatedElsewhereWhenItsNodeDies() throws Exception {
    ready(new StubNode(dying()));
    ready(new StubNode(dying()));
    ready(StubNode.named("alive"));

    for (int i = 0; i < 3; i++) {
      assertThat(get("/" + i).body()).isEqualTo("alive");
    }
  }

  @Test
  void whatMayHaveBeenDoneIsNeverSentTwice() throws Exception {
    StubNode first = ready(new StubNode(dying()));
    StubNode second = ready(new StubNode(dying()));

    HttpResponse<String> answer = post("/exchange", "{}");

    assertThat(answer.statusCode()).isEqualTo(502);
    assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
    assertThat(answer.body()).contains("may be done or not");
    assertThat(first.requests().size() + second.requests().size()).isEqualTo(1);
  }

  /** Reads the request, then breaks the connection. */
  private static HttpHandler dying() {
    return exchange -> {
      exchange.getRequestBody().readAllBytes();
      exchange.close();
    };
  }

  @Test
  void nodeThatFallsSilentIsGivenUpAndItsReadingsAreRepeated() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    StubNode frozen =
        ready(
            new StubNode(
                exchange -> {
                  asked.countDown();
                  await(end);
                }));

    CompletableFuture<HttpResponse<String>> reading =
        client.sendAsync(HttpRequest.newBuilder(at("/")).build(), BodyHandlers.ofString());
    asked.await();
    frozen.fallsSilentUntil(end);
    ready(StubNode.named("alive"));

    assertThat(reading.get().body()).isEqualTo("alive");
    assertThat(balancer.isReady(frozen.address())).isFalse();
    end.countDown();
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Test
  void headersAndBodyArriveAsTheyWereSent() throws Exception {
    AtomicReference<Headers> headers = new AtomicReference<>();
    AtomicReference<byte[]> body = new AtomicReference<>();
    AtomicReference<String> uri = new AtomicReference<>();
    ready(
        new StubNode(
            exchange -> {
              headers.set(exchange.getRequestHeaders());
              body.set(exchange.getRequestBody().readAllBytes());
              uri.set(exchange.getRequestURI().toString());
              exchange.getResponseHeaders().add("Set-Cookie", "a=1; Path=/");
              exchange.getResponseHeaders().add("Set-Cookie", "b=2; Path=/");
              StubNode.answer(exchange, 201, "made");
            }));
    byte[] sent = new byte[70_000];
    new java.util.Random(7).nextBytes(sent);

    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(at("/webhooks/a%2Fb?x=%C3%BC&y=1+2"))
                .header("Plaid-Verification", "eyJ.a-b_c.d==")
                .header("X-Odd", "  a space, and;a:colon= ")
                .header("X-Twice", "one")
                .header("X-Twice", "two")
                .POST(BodyPublishers.ofByteArray(sent))
                .build(),
            BodyHandlers.ofString());

    assertThat(body.get()).isEqualTo(sent);
    assertThat(uri.get()).isEqualTo("/webhooks/a%2Fb?x=%C3%BC&y=1+2");
    assertThat(headers.get().get("Plaid-Verification")).containsExactly("eyJ.a-b_c.d==");
    assertThat(headers.get().get("X-Odd")).containsExactly("a space, and;a:colon=");
    assertThat(headers.get().get("X-Twice")).containsExactly("one", "two");
    assertThat(headers.get().getFirst("Host")).isEqualTo("127.0.0.1:" + balancer.port());
    assertThat(headers.get().getFirst("X-Forwarded-For")).isEqualTo("127.0.0.1");
    assertThat(headers.get().getFirst("X-Forwarded-Proto")).isEqualTo("http");
    assertThat(headers.get()).doesNotContainKeys("Upgrade", "Http2-settings");
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.headers().allValues("Set-Cookie"))
        .containsExactly("a=1; Path=/", "b=2; Path=/");
  }

  @Test
  void whatConcernsTheCallersConnectionEndsHere() throws Exception {
    AtomicReference<Headers> headers = new AtomicReference<>();
    AtomicReference<String> body = new AtomicReference<>();
    ready(
        new StubNode(
            exchange -> {
              headers.set(exchange.getRequestHeaders());
              body.set(new String(exchange.getRequestBody().readAllBytes(), ISO_8859_1));
              StubNode.answer(exchange, 200, "done");
            }));

    String answer =
        raw(
            """
            POST /webhooks/a HTTP/1.1
            Host: bridge.example
            Connection: close
            Connection: X-Hop ,x-other, content-length,, X-Third
            Content-Length: 4
            X-Hop: 1
            X-Other: 2
            X-Third: 3
            Keep-Alive: timeout=5
            Proxy-Connection: keep-alive
            TE: trailers
            Upgrade: h2c
            X-Stays: 4

            body""");

    assertThat(answer).startsWith("HTTP/1.1 200").endsWith("done");
    assertThat(headers.get())
        .doesNotContainKeys(
            "X-hop", "X-other", "X-third", "Keep-alive", "Proxy-connection", "Te", "Upgrade")
        .containsEntry("Host", List.of("bridge.example"))
        .containsEntry("X-stays", List.of("4"));
    assertThat(body.get()).isEqualTo("body");
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", balancer.port())) {
      socket.getOutputStream().write(request.replace("\n", "\r\n").getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }

  @Test
  void nodesOwnEmptyRefusalIsPassedOnAsItIs() throws Exception {
    StubNode refusing =
        ready(
            new StubNode(
                exchange -> {
                  exchange.getRequestBody().readAllBytes();
                  exchange.getResponseHeaders().set("X-Why", "spool");
                  StubNode.answer(exchange, 503, "");
                }));

    HttpResponse<String> answer = post("/webhooks/a", "{}");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers().firstValue("X-Why")).contains("spool");
    assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
    assertThat(answer.headers().firstValue("Content-Type")).isEmpty();
    assertThat(refusing.requests()).hasSize(1);
  }

  @Test
  void largeBodyIsPassedOnWhileItArrives() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicLong received = new AtomicLong();
    ready(
        new StubNode(
            exchange -> {
              byte[] part = new byte[8192];
              InputStream in = exchange.getRequestBody();
              for (int n = in.read(part); n >= 0; n = in.read(part)) {
                received.addAndGet(n);
                begun.countDown();
              }
              StubNode.answer(exchange, 200, Long.toString(received.get()));
            }));
    byte[] part = new byte[1 << 20];
    int parts = 200;

    try (Socket socket = new Socket("127.0.0.1", balancer.port())) {
      OutputStream out = socket.getOutputStream();
      out.write(
          ("POST /imports HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
                  .formatted((long) parts * part.length))
              .getBytes(ISO_8859_1));
      out.write(part);
      out.flush();
      begun.await(); // Most of it has not been sent yet.
      for (int i = 1; i < parts; i++) {
        out.write(part);
      }
      out.flush();
      String answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);

      assertThat(answer).startsWith("HTTP/1.1 200").endsWith(Long.toString(200L << 20));
    }
  }

  @Test
  void drainingLetsTheLastRequestEndAndTakesNoOther() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    StubNode node =
        ready(
            new StubNode(
                exchange -> {
                  if (exchange.getRequestURI().getPath().equals("/last")) {
                    asked.countDown();
                    await(mayEnd);
                  }
                  StubNode.answer(exchange, 200, "done");
                }));
    CompletableFuture<HttpResponse<String>> last =
        client.sendAsync(HttpRequest.newBuilder(at("/last")).build(), BodyHandlers.ofString());
    asked.await();
    assertThat(balancer.underWay(node.address())).isEqualTo(1);

    var drained = Executors.newSingleThreadExecutor();
    var draining =
        drained.submit(
            () -> {
              balancer.drain(SOON);
              return true;
            });
    assertThat(Pause.until(SOON, () -> get("/other").statusCode() == 503)).isTrue();
    mayEnd.countDown();

    assertThat(last.get().body()).isEqualTo("done");
    assertThat(draining.get()).isTrue();
    drained.shutdown();
  }
}
