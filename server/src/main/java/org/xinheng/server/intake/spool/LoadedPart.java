package org.xinheng.server.intake.spool;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.xinheng.server.intake.RowCause;
import org.xinheng.server.intake.spool.FirstVersions.Days;

/**
 * What became of the rows of a slice, in the few bytes that are committed together with it.
 *
 * @param decided first versions by their days, for timeliness
 */
public record LoadedPart(List<Answer> answers, Map<Days, FirstVersions> decided) {

    private static final RowCause[] CAUSES = RowCause.values();

    /** The answer to one row, with the other row or organisation that it speaks of, or 0. */
    public record Answer(int row, RowCause cause, long fact) {}

    public byte[] toBytes() {
        var bytes = new ByteArrayOutputStream();
        try (var deflated = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_SPEED))) {
            var out = new SpoolWriter(deflated);
            out.number(answers.size());
            for (var answer : answers) {
                out.number(answer.row())
                        .number(answer.cause().ordinal())
                        .number(answer.fact())
                        .endRow();
            }
            out.number(decided.size());
            decided.forEach((days, firsts) -> out.day(days.decidedOn())
                    .day(days.receivedOn())
                    .number(firsts.records())
                    .number(firsts.shown())
                    .number(firsts.repairNotices()));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static LoadedPart of(byte[] bytes) {
        try (var in = new SpoolReader(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
            var answers = new ArrayList<Answer>();
            for (int left = in.small(); left > 0; left--) {
                answers.add(new Answer(in.small(), CAUSES[in.small()], in.number()));
            }
            var decided = new HashMap<Days, FirstVersions>();
            for (int left = in.small(); left > 0; left--) {
                decided.put(new Days(in.day(), in.day()), new FirstVersions(in.small(), in.small(), in.small()));
            }
            return new LoadedPart(answers, decided);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
