package org.xinheng.server.content.desk;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Draws a picture anew, so that nothing comes along with it: no place, no camera, no maker, no hidden content. Its size is looked at before it
 * is unpacked.
 */
final class PictureDrawing {

    /** Of the file as it is sent, in bytes. */
    static final int LARGEST = 3_000_000;

    private static final int LONGEST_SIDE = 6000;
    private static final int SHOWN = 1200;

    private PictureDrawing() {}

    /** @return JPEG of at most {@value #SHOWN} pixels on its longer side; empty for anything that is no PNG or JPEG of a sane size */
    static Optional<byte[]> draw(byte[] file) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                String format = reader.getFormatName().toLowerCase(java.util.Locale.ROOT);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                boolean fits = width > 0 && height > 0 && width <= LONGEST_SIDE && height <= LONGEST_SIDE;
                if (!fits || !(format.equals("png") || format.equals("jpeg"))) {
                    return Optional.empty();
                }
                return Optional.of(drawn(reader.read(0)));
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty(); // not a picture, or a broken one
        }
    }

    private static byte[] drawn(BufferedImage picture) throws IOException {
        double scale = Math.min(1.0, (double) SHOWN / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        BufferedImage plain = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = plain.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(plain, "jpeg", out);
        return out.toByteArray();
    }
}
