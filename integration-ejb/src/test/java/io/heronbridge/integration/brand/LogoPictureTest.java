package io.heronbridge.integration.brand;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.persistence.brand.BrandLogo;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogoPictureTest {
  private static byte[] picture(String type, int width, int height) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), type, bytes);
    return bytes.toByteArray();
  }

  private static String refusal(byte[] file) {
    InvalidInputException refused =
        catchThrowableOfType(InvalidInputException.class, () -> LogoPicture.of(file));
    return refused.problems().get(0).message();
  }

  private static BufferedImage read(BrandLogo logo) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(logo.bytes()));
  }

  @ParameterizedTest
  @CsvSource({
    "png, 100, 40, 100, 40",
    "png, 2000, 2000, 112, 112",
    "jpeg, 1600, 100, 400, 25",
    "jpeg, 1, 2000, 1, 112",
    "png, 1, 1, 1, 1"
  })
  void pictureIsDrawnSmallInItsOwnProportions(
      String type, int width, int height, int shownWidth, int shownHeight) throws IOException {
    BrandLogo logo = LogoPicture.of(picture(type, width, height));

    assertThat(logo.type()).isEqualTo(type);
    assertThat(logo.hash()).hasSize(64);
    assertThat(read(logo).getWidth()).isEqualTo(shownWidth);
    assertThat(read(logo).getHeight()).isEqualTo(shownHeight);
  }

  @Test
  void clearGroundStaysClear() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(900, 300, BufferedImage.TYPE_INT_ARGB), "png", bytes);

    BufferedImage shown = read(LogoPicture.of(bytes.toByteArray()));

    assertThat(shown.getRGB(0, 0) >>> 24).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg"})
  void nothingButThePictureComesThrough(String type) throws IOException {
    byte[] plain = picture(type, 60, 20);
    byte[] script = "<script>alert(1)</script>".getBytes(ISO_8859_1);
    byte[] both = Arrays.copyOf(plain, plain.length + script.length);
    System.arraycopy(script, 0, both, plain.length, script.length);

    BrandLogo logo = LogoPicture.of(both);

    assertThat(new String(logo.bytes(), ISO_8859_1)).doesNotContain("script");
    assertThat(logo.bytes()).isEqualTo(LogoPicture.of(plain).bytes());
  }

  @Test
  void tooWideIsRefusedBeforeItIsUnfolded() throws IOException {
    byte[] wide = picture("png", 2001, 10);

    assertThat(refusal(wide)).contains("2000 pixels");
  }

  @Test
  void pictureThatStaysHeavyIsRefusedWithAdvice() throws IOException {
    BufferedImage noise = new BufferedImage(140, 112, BufferedImage.TYPE_INT_RGB);
    Random chance = new Random(7);
    for (int x = 0; x < 140; x++) {
      for (int y = 0; y < 112; y++) {
        noise.setRGB(x, y, chance.nextInt(0x1000000));
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(noise, "png", bytes);

    assertThat(refusal(bytes.toByteArray())).contains("too much detail");
  }

  @ParameterizedTest
  @ValueSource(ints = {9, 20, 45, 60})
  void brokenFileIsRefusedInWords(int length) throws IOException {
    byte[] cut = Arrays.copyOf(picture("png", 300, 90), length);

    assertThat(refusal(cut)).contains("picture");
  }

  @Test
  void randomBytesBehindAnHonestBeginningAreRefusedInWords() {
    Random chance = new Random(7);
    for (int round = 0; round < 200; round++) {
      byte[] file = new byte[500];
      chance.nextBytes(file);
      byte[] beginning =
          round % 2 == 0
              ? new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}
              : new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n'};
      System.arraycopy(beginning, 0, file, 0, beginning.length);

      assertThat(refusal(file)).contains("cannot be read as a picture");
    }
  }
}
