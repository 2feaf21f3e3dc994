package org.xinheng.server.intake.spool;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A checked row as bytes that outlive its delivery, for the queue of waiting rows. */
public final class KeptRow {

    private static final int FORM = 1;

    private KeptRow() {}

    public static byte[] toBytes(StagedRow.Usable row) {
        var bytes = new ByteArrayOutputStream();
        bytes.write(FORM);
        var out = new SpoolWriter(bytes);
        RowCodec.write(out, row);
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @throws IllegalArgumentException for bytes in a form that is not known */
    public static StagedRow.Usable of(byte[] bytes) {
        if (bytes.length == 0 || bytes[0] != FORM) {
            throw new IllegalArgumentException("a waiting row in a form that is not known");
        }
        try (var in = new SpoolReader(new ByteArrayInputStream(bytes, 1, bytes.length - 1))) {
            if (RowCodec.read(in) instanceof StagedRow.Usable usable) {
                return usable;
            }
            throw new IllegalArgumentException("only usable rows wait");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
