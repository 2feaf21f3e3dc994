package org.xinheng.server.casework.recheck;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.xinheng.server.web.ListView;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Text;
import org.xinheng.server.web.Words;

/**
 * Granted repairs to look into, and missed ones.
 *
 * @param list what stands around the lines
 * @param enters whether the reader enters results
 * @param fault sentence about a result that was not entered; null for none
 */
public record RecheckPage(
        ListView list,
        List<Entry> lines,
        List<Miss> missed,
        boolean enters,
        @Nullable String fault) implements PageView {

    public static final String PATH = "/repairs/rechecks";

    public RecheckPage {
        lines = List.copyOf(lines);
        missed = List.copyOf(missed);
    }

    /** One granted repair. */
    public record Entry(Rechecks.Line line) {

        public String path() {
            return "/cases/" + line.file().id();
        }

        public String enterPath() {
            return PATH + "/" + line.file().id();
        }

        public String number() {
            return line.file().number();
        }

        public java.time.LocalDate granted() {
            return line.grant().step().day();
        }

        /** Last day for a repair that was drawn; null for one that need not be looked into. */
        public java.time.@Nullable LocalDate due() {
            return line.drawn() ? line.due() : null;
        }

        public int seen() {
            var result = line.result();
            return result == null ? 0 : result.number();
        }

        public List<Text> faults() {
            return line.faults().stream().<Text>map(RecheckText::of).toList();
        }

        public @Nullable Text result() {
            var result = line.result();
            return result == null ? null : result.inOrder() ? RecheckText.IN_ORDER : RecheckText.WRONG;
        }

        public String note() {
            var result = line.result();
            return result == null ? "" : result.note();
        }
    }

    /** One that was missed. */
    public record Miss(Text fault, String number, String record, java.time.LocalDate since) {}

    static RecheckPage of(
            ListView list, List<Entry> lines, List<Rechecks.Missed> missed, boolean enters, @Nullable String fault) {
        return new RecheckPage(
                list,
                lines,
                missed.stream()
                        .map(miss -> new Miss(RecheckText.of(miss.fault()), miss.number(), miss.record(), miss.since()))
                        .toList(),
                enters,
                fault);
    }

    @Override
    public String template() {
        return "casework/rechecks";
    }

    @Override
    public String title(Words words) {
        return words.say(RecheckText.TITLE);
    }

    @Override
    public HttpStatus status() {
        return fault == null ? HttpStatus.OK : HttpStatus.CONFLICT;
    }

    @Override
    public boolean indexed() {
        return false;
    }

    @Override
    public String section() {
        return PATH;
    }
}
