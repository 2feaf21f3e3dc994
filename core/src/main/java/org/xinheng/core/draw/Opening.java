package org.xinheng.core.draw;

/**
 * The salt that opens a row's commitment (承诺开启). Without it nobody finds the row by trying.
 *
 * @param salt 16 random bytes in hexadecimal digits
 */
public record Opening(String salt, PoolRow row) {

    public static final int SALT_BYTES = 16;

    public Opening {
        if (Hash.parse(salt).length != SALT_BYTES) {
            throw new IllegalArgumentException("a salt has " + SALT_BYTES + " bytes");
        }
    }

    /** SHA-256 over the salt and the row's line in UTF-8, in hexadecimal digits. */
    public String commitment() {
        return Hash.hex(Hash.of(Hash.parse(salt), Hash.bytes(row.text())));
    }
}
