package io.heronbridge.benchmarks.contender;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

class JobTest {

  @Test
  void textIsOf512CharactersAndNamesItsJob() {
    assertThat(new Job(123_456).text()).hasSize(512);
    assertThat(Job.of(new Job(123_456).text())).isEqualTo(new Job(123_456));
  }

  @Test
  void textsDifferAndHardlyCompress() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
      out.write(new Job(1).text().getBytes(StandardCharsets.US_ASCII));
    }

    assertThat(packed.size()).isGreaterThan(350);
    assertThat(new Job(1).text().substring(2)).isNotEqualTo(new Job(2).text().substring(2));
  }
}
