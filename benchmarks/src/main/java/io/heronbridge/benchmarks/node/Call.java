package io.heronbridge.benchmarks.node;

import io.heronbridge.benchmarks.contender.Job;
import io.heronbridge.benchmarks.contender.JobHandler;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Jobs that post themselves to a service; both forms use the same client. */
final class Call implements JobHandler {
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String url;
  private final Journal begun;

  Call(String url, Journal begun) {
    this.url = url;
    this.begun = begun;
  }

  @Override
  public void run(Job job) throws Exception {
    begun.note(job.number());
    require(client.send(request(job), BodyHandlers.discarding()));
  }

  @Override
  public CompletableFuture<Void> begin(Job job) {
    begun.note(job.number());
    return client.sendAsync(request(job), BodyHandlers.discarding()).thenAccept(Call::require);
  }

  private HttpRequest request(Job job) {
    return HttpRequest.newBuilder(URI.create(url + "/" + job.number()))
        .timeout(LONGEST)
        .POST(BodyPublishers.ofString(job.text()))
        .build();
  }

  private static void require(HttpResponse<Void> response) {
    if (response.statusCode() / 100 != 2) {
      throw new IllegalStateException("answered with " + response.statusCode());
    }
  }
}
