package org.xinheng.server.web;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code as one path of an SVG picture.
 *
 * @param size modules on a side, with the quiet zone of four modules that ISO/IEC 18004 asks for
 * @param path squares of the dark modules, as the attribute {@code d} of a path
 */
public record QrPicture(int size, String path) {

    private static final int QUIET = 4;

    /** @throws io.nayuki.qrcodegen.DataTooLongException for text beyond some 2,900 bytes */
    public static QrPicture of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(',')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return new QrPicture(code.size + 2 * QUIET, path.toString());
    }
}
