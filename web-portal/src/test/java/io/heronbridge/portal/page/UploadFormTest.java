package io.heronbridge.portal.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heronbridge.integration.problem.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadFormTest {
  private static final String TYPE = "multipart/form-data; boundary=----Edge7";

  private static String field(String name, String value) {
    return "------Edge7\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
        .formatted(name, value);
  }

  private static String file(String fileName, String content) {
    return ("------Edge7\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
            + "Content-Type: text/csv\r\n\r\n%s\r\n")
        .formatted(fileName, content);
  }

  private static UploadForm read(String body) {
    return UploadForm.read(TYPE, new ByteArrayInputStream(body.getBytes(UTF_8)));
  }

  private static String content(UploadForm form) throws IOException {
    try (InputStream file = form.file().orElseThrow()) {
      return new String(file.readAllBytes(), UTF_8);
    }
  }

  @Test
  void fieldsAndFileAreRead() throws IOException {
    UploadForm form =
        read(
            field("csrf", "key") + field("a", "é\r\n") + file("ü.csv", "x\r\ny") + "------Edge7--");

    assertThat(form.field("csrf")).hasValue("key");
    assertThat(form.field("a")).hasValue("é\r\n");
    assertThat(form.field("b")).isEmpty();
    assertThat(form.fileName()).hasValue("ü.csv");
    assertThat(content(form)).isEqualTo("x\r\ny");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\r",
        "\r\n",
        "\r\n-",
        "\r\n------Edge",
        "\r\n------Edge8 and more",
        "\r\r\n\r\n------Edg\r\n",
        "------Edge7"
      })
  void whatOnlyLooksLikeTheEndBelongsToTheFile(String content) throws IOException {
    assertThat(content(read(file("f", content) + "------Edge7--"))).isEqualTo(content);
  }

  @Test
  void fileWithoutItsEndHasBrokenOff() {
    UploadForm form = read(field("csrf", "key") + file("f.csv", "half"));

    assertThatThrownBy(() -> content(form)).isInstanceOf(EOFException.class);
  }

  @Test
  void unchosenFileIsNone() {
    assertThat(read(file("", "") + "------Edge7--").file()).isEmpty();
    assertThat(read(field("csrf", "key") + "------Edge7--").file()).isEmpty();
  }

  @Test
  void folderOfTheFileIsNotKept() {
    assertThat(read(file("C:\\secret\\items.csv", "") + "------Edge7--").fileName())
        .hasValue("items.csv");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "text/csv", "multipart/form-data", "multipart/form-data; boundary=\"\""})
  void bodyOfAnotherKindIsRefused(String type) {
    assertThatThrownBy(() -> UploadForm.read(type, InputStream.nullInputStream()))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void hostileFormsAreRefused() {
    String endless = "------Edge7\r\nX: " + "x".repeat(100_000);

    assertThatThrownBy(() -> read(endless)).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> read(field("a", "x".repeat(20_000))))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> read(field("a", "x").repeat(1) + "nothing"))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> read("")).isInstanceOf(InvalidInputException.class);
  }
}
