package org.xinheng.server.intake.xlsx;

import org.xinheng.server.intake.FileFault;
import org.xinheng.server.intake.read.FileRefused;

/**
 * How much a workbook may grow while it is read. XML of a full sheet packs to a tenth or thirtieth; a bomb to a thousandth.
 */
final class Expansion {

    private static final long LARGEST_PART = 4L << 30;
    private static final long LARGEST_IN_ALL = 6L << 30;
    /** Below this many bytes nobody minds how well they were packed. */
    private static final long FREE = 32L << 20;

    private static final long RATIO = 200;
    /** Characters of cells for each byte of the file: a long text that every cell names is stored once. */
    private static final long CHARACTERS = 100;

    private static final long FREE_CHARACTERS = 64L << 20;

    private final long mostCharacters;
    private long inAll;
    private long characters;

    /** @param fileSize in bytes, as delivered */
    Expansion(long fileSize) {
        mostCharacters = FREE_CHARACTERS + CHARACTERS * fileSize;
    }

    /**
     * @param unpacked bytes of the part so far, of which the last {@code more} are new
     * @throws FileRefused when it is too much
     */
    void unpacked(ZipPart part, long unpacked, int more) throws FileRefused {
        inAll += more;
        if (unpacked > LARGEST_PART
                || inAll > LARGEST_IN_ALL
                || (unpacked > FREE && unpacked > RATIO * part.packed())) {
            throw refused(part.name());
        }
    }

    /** @throws FileRefused when the text of all cells is too much */
    void delivered(int more) throws FileRefused {
        characters += more;
        if (characters > mostCharacters) {
            throw refused("sharedStrings");
        }
    }

    static FileRefused refused(String part) {
        return new FileRefused(FileFault.EXPANDS_TOO_FAR.found(ZipDirectory.shown(part)));
    }
}
