package org.xinheng.server.browser;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Writes a picture of a page as PNG with its 64 most frequent colours: pages have few, and pictures go into the repository. */
final class SmallPicture {

    private static final int COLOURS = 64;

    private SmallPicture() {}

    static void write(byte[] png, Path file) {
        try {
            BufferedImage page = ImageIO.read(new ByteArrayInputStream(png));
            Files.createDirectories(file.toAbsolutePath().getParent());
            write(reduced(page), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(BufferedImage picture, Path file) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam hard = writer.getDefaultWriteParam();
        hard.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        hard.setCompressionQuality(0);
        Files.deleteIfExists(file);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), hard);
        } finally {
            writer.dispose();
        }
    }

    private static BufferedImage reduced(BufferedImage page) {
        int width = page.getWidth();
        int height = page.getHeight();
        int[] pixels = page.getRGB(0, 0, width, height, null, 0, width);
        Map<Integer, Integer> frequency = new HashMap<>();
        for (int pixel : pixels) {
            frequency.merge(pixel & 0xffffff, 1, Integer::sum);
        }
        int[] palette = frequency.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(COLOURS)
                .mapToInt(Map.Entry::getKey)
                .toArray();
        BufferedImage small = new BufferedImage(
                width,
                height,
                BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(8, palette.length, palette, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE));
        byte[] indices = new byte[pixels.length];
        Map<Integer, Integer> nearest = new HashMap<>();
        for (int i = 0; i < pixels.length; i++) {
            indices[i] = (byte) (int) nearest.computeIfAbsent(pixels[i] & 0xffffff, colour -> nearest(colour, palette));
        }
        small.getRaster().setDataElements(0, 0, width, height, indices);
        return small;
    }

    private static int nearest(int colour, int[] palette) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < palette.length; i++) {
            int red = (colour >> 16) - (palette[i] >> 16);
            int green = (colour >> 8 & 0xff) - (palette[i] >> 8 & 0xff);
            int blue = (colour & 0xff) - (palette[i] & 0xff);
            int distance = red * red + green * green + blue * blue;
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }
}
