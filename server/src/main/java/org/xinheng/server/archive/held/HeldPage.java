package org.xinheng.server.archive.held;

import java.util.List;
import org.xinheng.server.archive.HeldRecords.Kind;
import org.xinheng.server.web.ListView;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * Records that the gate holds back, or whose class waits to be confirmed, newest decisions first.
 *
 * @param held how many are held in all
 * @param mends whether the reader may do something about them
 */
public record HeldPage(Kind kind, ListView list, List<HeldLine> lines, long held, boolean mends) implements PageView {

    public static final String PATH = "/queues/held";

    public HeldPage {
        lines = List.copyOf(lines);
    }

    public List<Kind> kinds() {
        return List.of(Kind.values());
    }

    public String address(Kind other) {
        return PATH + (other == Kind.HELD ? "" : "?" + HeldList.KIND + "=" + other);
    }

    public HeldText lead() {
        return kind == Kind.HELD ? HeldText.LEAD_HELD : HeldText.LEAD_UNCONFIRMED;
    }

    @Override
    public String template() {
        return "queues/held";
    }

    @Override
    public String title(Words words) {
        return words.say(HeldText.TITLE);
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
