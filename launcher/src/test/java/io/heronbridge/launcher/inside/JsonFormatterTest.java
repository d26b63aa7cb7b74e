package io.heronbridge.launcher.inside;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class JsonFormatterTest {
  private static final String PLACE =
      " trace=4bf92f3577b34da6a3ce929d0e0e4736 span=00f067aa0ba902b7";
  private static final int TRIES = 5_000;

  private final JsonFormatter formatter = new JsonFormatter();

  private static LogRecord recordOf(String logger, String message) {
    LogRecord logged = new LogRecord(Level.WARNING, message);
    logged.setInstant(Instant.parse("2026-01-02T03:04:05.678Z"));
    logged.setLoggerName(logger);
    return logged;
  }

  private static LogRecord ours(String message) {
    return recordOf("io.heronbridge.integration.relay.WebhookIntake", message);
  }

  /** Strictly: what is not JSON by the letter fails. */
  private static JsonObject read(String text) throws IOException {
    JsonObject object = new JsonObject();
    try (JsonReader reader = new JsonReader(new StringReader(text))) {
      reader.setStrictness(Strictness.STRICT);
      reader.beginObject();
      while (reader.peek() != JsonToken.END_OBJECT) {
        String name = reader.nextName();
        if (reader.peek() == JsonToken.BEGIN_OBJECT) {
          object.add(name, fields(reader));
        } else {
          object.addProperty(name, reader.nextString());
        }
      }
      reader.endObject();
      assertThat(reader.peek()).isEqualTo(JsonToken.END_DOCUMENT);
    }
    return object;
  }

  private static JsonObject fields(JsonReader reader) throws IOException {
    JsonObject fields = new JsonObject();
    reader.beginObject();
    while (reader.peek() != JsonToken.END_OBJECT) {
      fields.addProperty(reader.nextName(), reader.nextString());
    }
    reader.endObject();
    return fields;
  }

  @Test
  void idsOfTheMessageAndOfItsTraceAreFields() throws IOException {
    JsonObject line = read(formatter.format(ours("webhook accepted id=7 integration=8" + PLACE)));

    assertThat(line.get("timestamp").getAsString()).isEqualTo("2026-01-02T03:04:05.678Z");
    assertThat(line.get("level").getAsString()).isEqualTo("WARN");
    assertThat(line.get("logger").getAsString()).isEqualTo("integration.relay.WebhookIntake");
    assertThat(line.get("message").getAsString()).isEqualTo("webhook accepted id=7 integration=8");
    assertThat(line.get("trace_id").getAsString()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    assertThat(line.get("span_id").getAsString()).isEqualTo("00f067aa0ba902b7");
    assertThat(line.getAsJsonObject("fields").get("id").getAsString()).isEqualTo("7");
    assertThat(line.getAsJsonObject("fields").get("integration").getAsString()).isEqualTo("8");
  }

  @Test
  void nobodyElsesWordsBecomeIds() throws IOException {
    String words = "id=7 refused: id=forged level=ERROR";

    JsonObject line = read(formatter.format(ours(words)));
    JsonObject servers = read(formatter.format(recordOf("org.server", words + PLACE)));

    assertThat(line.get("level").getAsString()).isEqualTo("WARN");
    assertThat(line.getAsJsonObject("fields").get("id").getAsString()).isEqualTo("7");
    assertThat(servers.keySet()).containsExactly("timestamp", "level", "logger", "message");
  }

  @Test
  void stackTraceStaysInItsLine() throws IOException {
    LogRecord logged = ours("broken");
    logged.setThrown(new IllegalStateException("why \"exactly\"\nnobody knows"));

    String text = formatter.format(logged);

    assertThat(text.lines()).hasSize(1);
    assertThat(read(text).get("exception").getAsString())
        .contains("why \"exactly\"\nnobody knows", "\tat ");
  }

  @Test
  void anyTextIsOneLineOfJsonAndReadsBackAsItWas() throws IOException {
    Random random = new Random(20_261_123);
    for (int i = 0; i < TRIES; i++) {
      String hostile = hostile(random);

      String text = formatter.format(ours(hostile));

      assertThat(text).endsWith("}\n");
      assertThat(text.substring(0, text.length() - 1))
          .doesNotContainPattern("[\\p{Cntrl}\\u0085\\u2028\\u2029\\u200e\\u200f\\u202a-\\u202e]");
      assertThat(read(text).get("message").getAsString()).isEqualTo(hostile.strip());
    }
  }

  /** Of letters that mean something to JSON, terminals or readers, and any others. */
  private static String hostile(Random random) {
    String chosen =
        "\"\\{}:,=\n\r\t\0\u001b\u0085\u2028\u2029\u202e\u2066\u200f\ufeff\ud83d\udc00 a";
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(30); length > 0; length--) {
      text.append(
          random.nextBoolean()
              ? chosen.charAt(random.nextInt(chosen.length()))
              : (char) random.nextInt(Character.MAX_VALUE + 1));
    }
    return text.toString();
  }
}
