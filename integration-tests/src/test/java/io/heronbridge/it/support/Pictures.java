package io.heronbridge.it.support;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** Made-up logos. */
public final class Pictures {
  private Pictures() {}

  /** A plain picture: a white dot and a white bar on violet. */
  public static byte[] picture(String type, int width, int height) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = picture.createGraphics();
    pen.setColor(new Color(0x7a1fa2));
    pen.fillRect(0, 0, width, height);
    pen.setColor(Color.WHITE);
    int round = height / 2;
    pen.fillOval(round / 2, height / 4, round, round);
    pen.fillRect(2 * round, height / 3, Math.max(1, width - 3 * round), height / 3);
    pen.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, type, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  public static String base64(byte[] picture) {
    return Base64.getEncoder().encodeToString(picture);
  }
}
