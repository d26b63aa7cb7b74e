package io.heronbridge.benchmarks.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SlowServiceIT {
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void callsTakeTheirTimeAndRepeatedOnesAreCounted() throws Exception {
    try (SlowService service = SlowService.start(Duration.ofMillis(20))) {
      long begin = System.nanoTime();
      call(service, 7);
      call(service, 7);
      call(service, 8);

      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(60));
      assertThat(service.done()).isEqualTo(2);
      assertThat(service.repeated()).isEqualTo(1);
    }
  }

  @Test
  void warmingUpLeavesNoTrace() throws Exception {
    try (SlowService service = SlowService.start(Duration.ZERO)) {
      call(service, 0);

      assertThat(service.done()).isZero();
    }
  }

  private void call(SlowService service, int job) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(service.url() + "/" + job))
            .POST(BodyPublishers.ofString("x"))
            .build();
    assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(204);
  }
}
