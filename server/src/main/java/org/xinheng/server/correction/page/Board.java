package org.xinheng.server.correction.page;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.correction.notice.Notice;
import org.xinheng.server.correction.notice.NoticeNumber;
import org.xinheng.server.correction.notice.NoticeStore;
import org.xinheng.server.correction.notice.NoticeWriting;
import org.xinheng.server.correction.notice.Standing;

/** The public board (更正情况公示): counted anew at most once a second, however many look. */
public final class Board {

    private static final long FRESH_NANOS = 1_000_000_000L;
    private static final int LATEST = 20;

    private final NoticeWriting.Stores stores;
    private final Clock clock;
    private volatile @Nullable Counted last;

    public Board(NoticeWriting.Stores stores, Clock clock) {
        this.stores = stores;
        this.clock = clock;
    }

    private record Counted(View view, LocalDate day, long at) {}

    /**
     * @param count of the notices of the year
     * @param latest the newest
     */
    public record View(int year, NoticeStore.Count count, List<Standing> standings, Part latest) {
        public View {
            standings = List.copyOf(standings);
        }
    }

    /**
     * Some notices, the newest first: of them a page may show number, opaque id, action and day.
     *
     * @param older whether there are older ones
     */
    public record Part(List<Notice> notices, boolean older) {
        public Part {
            notices = List.copyOf(notices);
        }
    }

    public View view() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        Counted known = last;
        if (known != null && known.day().equals(today) && System.nanoTime() - known.at() < FRESH_NANOS) {
            return known.view();
        }
        View view = new View(
                today.getYear(),
                stores.notices().count(today.getYear()),
                stores.duties().standings(today),
                part(null));
        last = new Counted(view, today, System.nanoTime());
        return view;
    }

    /** @param before only what was written before this number; null for the newest */
    Part part(@Nullable NoticeNumber before) {
        List<Notice> found = stores.notices().latest(before, LATEST + 1);
        return new Part(found.subList(0, Math.min(LATEST, found.size())), found.size() > LATEST);
    }
}
