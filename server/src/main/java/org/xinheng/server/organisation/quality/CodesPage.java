package org.xinheng.server.organisation.quality;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.organisation.CodeFault;
import org.xinheng.server.organisation.CodeQuality.Entry;
import org.xinheng.server.web.ListView;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * The queue of wrong and duplicate codes, newest first.
 *
 * @param fault what is listed; null for all
 * @param counts how many are open, by what is wrong
 */
public record CodesPage(
        boolean open, @Nullable CodeFault fault, Map<CodeFault, Long> counts, ListView list, List<Line> lines)
        implements PageView {

    public static final String PATH = "/queues/codes";

    public CodesPage {
        counts = Map.copyOf(counts);
        lines = List.copyOf(lines);
    }

    /** @param source name of the source of the row */
    public record Line(Entry entry, String source) {

        public String path() {
            return PATH + "/" + entry.id();
        }
    }

    public List<CodeFault> faults() {
        return List.of(CodeFault.values());
    }

    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    public long count(CodeFault of) {
        return counts.getOrDefault(of, 0L);
    }

    public String address(boolean isOpen, @Nullable CodeFault of) {
        return PATH + "?open=" + isOpen + (of == null ? "" : "&fault=" + of);
    }

    @Override
    public String template() {
        return "queues/codes";
    }

    @Override
    public String title(Words words) {
        return words.say(CodesText.TITLE);
    }

    @Override
    public boolean indexed() {
        return false;
    }

    /** The queues share one entry of the header. */
    @Override
    public String section() {
        return "/queues/waiting";
    }
}
