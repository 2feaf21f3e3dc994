package org.xinheng.server.casework.recheck;

import java.util.List;
import java.util.Map;
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
 * @param unentered a result that was not entered, as it was typed; null for none
 */
public record RecheckPage(
        ListView list,
        List<Entry> lines,
        List<Miss> missed,
        boolean enters,
        @Nullable Unentered unentered) implements PageView {

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

    /**
     * A result that was not entered.
     *
     * @param file id of the case
     * @param note as it was typed
     * @param faults sentences by the id of the field that they stand beside; empty where the case was overtaken
     */
    public record Unentered(long file, String note, Map<String, String> faults) {
        public Unentered {
            faults = Map.copyOf(faults);
        }
    }

    /** Whether the entry's result was not entered, so that its field shows again what was typed. */
    public boolean again(Entry entry) {
        return unentered != null && unentered.file() == entry.line().file().id();
    }

    /** What the field of an entry shows. */
    public String typed(Entry entry) {
        return unentered != null && again(entry) ? unentered.note() : "";
    }

    /** What somebody typed about a case that the list no longer shows; null where it stands in its field. */
    public @Nullable String strayNote() {
        return unentered == null || unentered.note().isBlank() || lines.stream().anyMatch(this::again)
                ? null
                : unentered.note();
    }

    public Map<String, String> faults() {
        return unentered == null ? Map.of() : unentered.faults();
    }

    /** Whether somebody entered another result meanwhile. */
    public boolean overtaken() {
        return unentered != null && unentered.faults().isEmpty();
    }

    /** Id of the field of a case. */
    public static String field(long file) {
        return "note-" + file;
    }

    /** One that was missed. */
    public record Miss(Text fault, String number, String record, java.time.LocalDate since) {}

    static RecheckPage of(
            ListView list,
            List<Entry> lines,
            List<Rechecks.Missed> missed,
            boolean enters,
            @Nullable Unentered unentered) {
        return new RecheckPage(
                list,
                lines,
                missed.stream()
                        .map(miss -> new Miss(RecheckText.of(miss.fault()), miss.number(), miss.record(), miss.since()))
                        .toList(),
                enters,
                unentered);
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
        if (unentered == null) {
            return HttpStatus.OK;
        }
        return overtaken() ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST;
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
