package io.heronbridge.integration.brand;

import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.persistence.brand.BrandLogo;
import io.heronbridge.persistence.secret.Hash;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Makes a logo of what was uploaded: read as a picture, then drawn anew and small. Nothing else
 * that the file held (scripts, places, a second file behind the first) comes through.
 */
final class LogoPicture {
  static final String FIELD = "logo";

  /** The most bytes of a file. */
  static final int LARGEST = 64 * 1024;

  /** The most bytes of what is drawn: the page is to be there at once. */
  private static final int HEAVIEST = 32 * 1024;

  /** The most pixels on a side: a small file can unfold to a picture that fills the memory. */
  private static final int WIDEST = 2000;

  /** Twice of what the page shows, for screens with fine pixels. */
  private static final int WIDTH = 400;

  private static final int HEIGHT = 112;
  private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a");
  private static final byte[] JPEG = HexFormat.of().parseHex("ffd8ff");

  private LogoPicture() {}

  /**
   * @throws InvalidInputException when it is no PNG or JPEG of a fitting size
   */
  static BrandLogo of(byte[] file) {
    if (file.length > LARGEST) {
      throw refused("must be at most 64 KiB");
    }
    String type = type(file);
    byte[] drawn = written(fitted(read(file, type)), type);
    if (drawn.length > HEAVIEST) {
      throw refused("has too much detail to be shown small: send a plainer one, or a JPEG");
    }
    return new BrandLogo(drawn, type, HexFormat.of().formatHex(Hash.sha256(drawn)));
  }

  private static String type(byte[] file) {
    if (startsWith(file, PNG)) {
      return "png";
    }
    if (startsWith(file, JPEG)) {
      return "jpeg";
    }
    throw refused("must be a PNG or JPEG picture");
  }

  private static boolean startsWith(byte[] file, byte[] beginning) {
    return file.length > beginning.length
        && Arrays.equals(file, 0, beginning.length, beginning, 0, beginning.length);
  }

  private static BufferedImage read(byte[] file, String type) {
    ImageReader reader = ImageIO.getImageReadersByFormatName(type).next();
    try (MemoryCacheImageInputStream input =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(input, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      if (width > WIDEST || height > WIDEST) {
        throw refused("must be at most 2000 pixels wide and high");
      }
      return reader.read(0);
    } catch (InvalidInputException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // Java's readers answer some broken files with other exceptions than their own.
      throw refused("cannot be read as a picture: save it again as PNG or as JPEG in RGB");
    } finally {
      reader.dispose();
    }
  }

  /** Halved for as long as possible: one large step would leave out pixels. */
  private static BufferedImage fitted(BufferedImage picture) {
    double factor =
        Math.min(
            1.0,
            Math.min((double) WIDTH / picture.getWidth(), (double) HEIGHT / picture.getHeight()));
    int width = size(picture.getWidth(), factor);
    int height = size(picture.getHeight(), factor);
    BufferedImage last = picture;
    while (last.getWidth() >= 2 * width && last.getHeight() >= 2 * height) {
      last = drawn(last, last.getWidth() / 2, last.getHeight() / 2);
    }
    return drawn(last, width, height);
  }

  private static int size(int pixels, double factor) {
    return Math.max(1, (int) Math.round(pixels * factor));
  }

  private static BufferedImage drawn(BufferedImage picture, int width, int height) {
    boolean clear = picture.getColorModel().hasAlpha();
    BufferedImage drawn =
        new BufferedImage(
            width, height, clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = drawn.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(picture, 0, 0, width, height, null);
    pen.dispose();
    return drawn;
  }

  private static byte[] written(BufferedImage picture, String type) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
      if (!ImageIO.write(picture, type, output)) {
        throw new IIOException("no writer for " + type);
      }
    } catch (IOException e) {
      throw new IllegalStateException("cannot write a picture as " + type, e);
    }
    return bytes.toByteArray();
  }

  private static InvalidInputException refused(String why) {
    return new InvalidInputException(FIELD, why);
  }
}
