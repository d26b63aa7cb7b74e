package io.heronbridge.integration.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.integration.heron.HeronAnswer;
import io.heronbridge.integration.heron.HeronAnswer.Answered;
import io.heronbridge.integration.heron.HeronClient;
import io.heronbridge.integration.heron.HeronPermits;
import io.heronbridge.integration.heron.HeronTarget;
import io.heronbridge.integration.heron.HeronTarget.Budget;
import io.heronbridge.integration.reading.HeronSaid.Listed;
import io.heronbridge.integration.reading.HeronSaid.Nothing;
import io.heronbridge.integration.reading.HeronSaid.Untold;
import io.heronbridge.persistence.secret.Secret;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeronReaderTest {
  private static final String NOT_FOUND = "{\"code\": 404, \"description\": \"not found\"}";

  private final List<String> called = new ArrayList<>();
  private HeronAnswer anywhere = answer(200, "{\"links\": []}");
  private HeronAnswer inIntegration = answer(200, "{\"links\": [{\"item_id\": \"a\"}]}");
  private HeronAnswer key = answer(200, "{}");
  private Optional<Duration> wait = Optional.empty();
  private boolean paused;

  private static HeronAnswer answer(int status, String body) {
    return new Answered(status, body, Optional.empty());
  }

  /** Answers the calls of a reading, and no others. */
  private HeronClient heron() {
    return (HeronClient)
        Proxy.newProxyInstance(
            HeronClient.class.getClassLoader(),
            new Class<?>[] {HeronClient.class},
            (proxy, method, arguments) -> {
              called.add(method.getName());
              return CompletableFuture.completedFuture(
                  switch (method.getName()) {
                    case "linksAnywhere" -> anywhere;
                    case "linksInIntegration" -> inIntegration;
                    case "authenticate" -> key;
                    default -> throw new UnsupportedOperationException(method.getName());
                  });
            });
  }

  private HeronSaid read() {
    HeronReader reader = new HeronReader();
    reader.heron = heron();
    reader.clock = Clock.systemUTC();
    reader.permits =
        new HeronPermits() {
          @Override
          public Optional<Duration> takeSpare(Budget budget) {
            return Optional.empty();
          }

          @Override
          public Optional<Duration> takeInAdvance(Budget budget) {
            return wait;
          }
        };
    reader.records =
        new ReadingRecords() {
          @Override
          public void pause(ReadingGroup group, int status) {
            paused = true;
          }
        };
    HeronTarget target =
        new HeronTarget("https://h.example/api", "", new Secret("key"), new Budget("key", 0));
    return reader.read(
        new ReadingGroup(
            null, Instant.MAX, 0, false, new ReadingGroup.Sides(target, null), "user", List.of()));
  }

  @Test
  void otherListIsAskedForWithAPermitOfItsOwn() {
    anywhere = answer(405, "");

    assertThat(((Listed) read()).links()).containsOnlyKeys("a");
    assertThat(called).containsExactly("linksAnywhere", "linksInIntegration");

    called.clear();
    wait = Optional.of(Duration.ofSeconds(7));
    assertThat(read()).isEqualTo(new Nothing(Duration.ofSeconds(7)));
    assertThat(called).containsExactly("linksAnywhere");
  }

  @Test
  void notFoundMeansNoneWhenHeronItselfSaysSo() {
    anywhere = answer(404, NOT_FOUND);
    inIntegration = answer(404, NOT_FOUND);

    assertThat(((Listed) read()).links()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html></html>",
        "{}",
        "{\"message\": \"no Route matched\"}",
        "{\"code\": \"404\"}",
        "{\"code\": 5}"
      })
  void notFoundOfSomethingInBetweenTellsNothing(String body) {
    anywhere = answer(404, NOT_FOUND);
    inIntegration = answer(404, body);

    assertThat(read()).isEqualTo(new Untold());
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 405, 501})
  void whatIsNotToldIsNotAskedForSoonAndPausesNothing(int status) {
    anywhere = answer(status, "{}");
    inIntegration = answer(status, "{}");

    assertThat(read()).isEqualTo(new Untold());
    assertThat(called).doesNotContain("authenticate");
    assertThat(paused).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"401,true", "403,true", "200,false", "500,false", "404,false"})
  void onlyAKeyThatIsRefusedEverywherePauses(int status, boolean pauses) {
    anywhere = answer(401, "{}");
    key = answer(status, "{}");

    HeronSaid said = read();

    assertThat(paused).isEqualTo(pauses);
    assertThat(said instanceof Untold).isEqualTo(status == 200);
    assertThat(said).isNotInstanceOf(Listed.class);
  }
}
