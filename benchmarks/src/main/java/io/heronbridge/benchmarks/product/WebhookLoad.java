package io.heronbridge.benchmarks.product;

import io.heronbridge.sandbox.plaid.SigningKey;
import io.heronbridge.sandbox.plaid.SigningKeys;
import io.heronbridge.sandbox.plaid.WebhookSigner;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * An open loop: each webhook has its moment, and its latency runs from that moment, so that one
 * slow answer is not forgiven by delaying what comes after it.
 */
final class WebhookLoad {
  private static final int SIZE = 1024;
  private static final int DIGITS = 3;
  private static final int FORGED_ONE_IN = 20;
  private static final int OK = 200;
  private static final Duration PLAIDS_PATIENCE = Duration.ofSeconds(10);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI url;
  private final SigningKeys keys;
  private final SigningKey forger = new SigningKeys().current();
  private final List<String> items;
  private int sent;

  WebhookLoad(String url, SigningKeys keys, List<String> items) {
    this.url = URI.create(url);
    this.keys = keys;
    this.items = List.copyOf(items);
  }

  /** What came of it. */
  record Tally(Histogram micros, AtomicInteger good, AtomicInteger bad, AtomicInteger forgedGood) {
    Tally() {
      this(
          new ConcurrentHistogram(DIGITS),
          new AtomicInteger(),
          new AtomicInteger(),
          new AtomicInteger());
    }

    long accepted() {
      return good.get();
    }

    /** Answers to proper webhooks that were not 200, and no answers. */
    long errors() {
      return bad.get();
    }

    long forgedAccepted() {
      return forgedGood.get();
    }

    double millis(double percent) {
      return micros.getValueAtPercentile(percent) / 1000.0;
    }
  }

  private record Webhook(HttpRequest request, boolean forged) {}

  /** Signs all first, then sends each at its moment, and returns when all have ended. */
  Tally send(int rate, int seconds) {
    List<Webhook> webhooks = new ArrayList<>();
    for (int i = 0; i < rate * seconds; i++) {
      webhooks.add(next());
    }
    Tally tally = new Tally();
    List<CompletableFuture<?>> answers = new ArrayList<>();
    long begin = System.nanoTime();
    for (int i = 0; i < webhooks.size(); i++) {
      long due = begin + TimeUnit.SECONDS.toNanos(1) * i / rate;
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      answers.add(send(webhooks.get(i), due, tally));
    }
    CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
    return tally;
  }

  private Webhook next() {
    int number = ++sent;
    boolean forged = number % FORGED_ONE_IN == 0;
    String head =
        """
        {"webhook_type":"TRANSACTIONS","webhook_code":"DEFAULT_UPDATE","item_id":"%s",\
        "environment":"sandbox","error":null,"new_transactions":%d,"filling":\"\
        """
            .formatted(items.get(number % items.size()), number);
    String text = head + "x".repeat(SIZE - head.length() - 2) + "\"}";
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    SigningKey key = forged ? forger : keys.current();
    String token = WebhookSigner.sign(body, key, Instant.now());
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .timeout(PLAIDS_PATIENCE)
            .header("Content-Type", "application/json")
            .header(WebhookSigner.HEADER, forged ? withOurKeyId(token) : token)
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    return new Webhook(request, forged);
  }

  /** Under the id of the true key, so that the signature itself must be found wrong. */
  private String withOurKeyId(String token) {
    String proper = WebhookSigner.sign(new byte[0], keys.current(), Instant.now());
    return proper.substring(0, proper.indexOf('.')) + token.substring(token.indexOf('.'));
  }

  private CompletableFuture<Void> send(Webhook webhook, long due, Tally tally) {
    return client
        .sendAsync(webhook.request(), BodyHandlers.discarding())
        .handle(
            (answer, failure) -> {
              tally.micros().recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - due));
              count(webhook, answer, tally);
              return null;
            });
  }

  private static void count(Webhook webhook, HttpResponse<Void> answer, Tally tally) {
    boolean accepted = answer != null && answer.statusCode() == OK;
    if (webhook.forged()) {
      tally.forgedGood().addAndGet(accepted ? 1 : 0);
    } else {
      (accepted ? tally.good() : tally.bad()).incrementAndGet();
    }
  }
}
