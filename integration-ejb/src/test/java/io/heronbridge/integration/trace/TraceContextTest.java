package io.heronbridge.integration.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {
  private static final String HEADER = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  @Test
  void headerIsReadAndWrittenAsItWas() {
    TraceContext place = TraceContext.parse(HEADER).orElseThrow();

    assertThat(place.traceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    assertThat(place.spanId()).isEqualTo("00f067aa0ba902b7");
    assertThat(place.sampled()).isTrue();
    assertThat(place.traceparent()).isEqualTo(HEADER);
  }

  @Test
  void ofALaterVersionWhatIsKnownIsRead() {
    String later = HEADER.replaceFirst("00", "cc") + "-more";

    assertThat(TraceContext.parse(later)).isEqualTo(TraceContext.parse(HEADER));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\nid=forged"
      })
  void whatIsMalformedIsNotBelieved(String header) {
    assertThat(TraceContext.parse(header)).isEmpty();
  }

  @Test
  void childStaysInTheTrace() {
    TraceContext root = TraceContext.begin(true);

    TraceContext child = root.child();

    assertThat(child.traceId()).isEqualTo(root.traceId()).hasSize(32);
    assertThat(child.spanId()).isNotEqualTo(root.spanId()).hasSize(16);
    assertThat(TraceContext.parse(child.traceparent())).contains(child);
  }
}
