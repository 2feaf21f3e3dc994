package org.xinheng.server.content.page;

/** Media type of a picture that was drawn anew here: PNG or JPEG. */
public final class PictureType {

    private static final byte PNG = (byte) 0x89;

    private PictureType() {}

    public static String of(byte[] picture) {
        return picture.length > 0 && picture[0] == PNG ? "image/png" : "image/jpeg";
    }
}
