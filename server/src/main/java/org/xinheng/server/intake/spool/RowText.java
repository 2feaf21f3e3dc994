package org.xinheng.server.intake.spool;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.record.Finding;

/**
 * What a receipt says of a row beyond its cause.
 *
 * @param reason code of the reason for a row out of scope; empty otherwise
 * @param fact the other row or organisation that the cause speaks of, or 0
 * @param cells the cleaned row in the order of the type's fields, when it was not accepted; empty otherwise, and always
 *     for a row out of scope
 */
public record RowText(
        int row,
        String reason,
        long fact,
        List<Finding> findings,
        @Nullable String[] cells) {

    /** First byte of what is kept: receipts outlive this form of them. */
    private static final int FORM = 1;

    public static byte[] toBytes(List<RowText> texts) {
        var bytes = new ByteArrayOutputStream();
        bytes.write(FORM);
        try (var deflated = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_SPEED), 1 << 13)) {
            var out = new SpoolWriter(deflated);
            out.number(texts.size());
            for (var text : texts) {
                out.number(text.row()).word(text.reason()).number(text.fact());
                RowCodec.writeFindings(out, text.findings());
                RowCodec.writeCells(out, text.cells());
                out.endRow();
            }
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static List<RowText> of(byte[] bytes) {
        if (bytes.length == 0 || bytes[0] != FORM) {
            throw new IllegalArgumentException("texts of receipts in a form that is not known");
        }
        try (var in = new SpoolReader(new InflaterInputStream(new ByteArrayInputStream(bytes, 1, bytes.length - 1)))) {
            var texts = new ArrayList<RowText>();
            for (int left = in.small(); left > 0; left--) {
                texts.add(new RowText(
                        in.small(), in.word(), in.number(), RowCodec.readFindings(in), RowCodec.readCells(in)));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
