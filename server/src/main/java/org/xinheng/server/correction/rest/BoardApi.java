package org.xinheng.server.correction.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xinheng.server.access.OpenToAll;
import org.xinheng.server.correction.notice.Notice;
import org.xinheng.server.correction.notice.NoticeReading;
import org.xinheng.server.correction.notice.NoticeStore;
import org.xinheng.server.correction.page.Board;
import org.xinheng.server.seal.SigningKey;
import org.xinheng.server.web.Formats;
import org.xinheng.server.web.Slice;

/** What everybody may know of corrections: opaque ids, counts and names of consumers; and the key that signs messages. */
@RestController
@OpenToAll
class BoardApi {

    private static final int USUAL = 100;
    private static final int MOST = 1_000;

    private final Board board;
    private final NoticeStore notices;
    private final SigningKey key;

    BoardApi(Board board, NoticeStore notices, SigningKey correctionKey) {
        this.board = board;
        this.notices = notices;
        this.key = correctionKey;
    }

    /** @param record opaque id; @param action {@code remove} or {@code replace} */
    record Entry(String number, String record, String action, LocalDate writtenOn) {

        static Entry of(Notice notice) {
            return new Entry(
                    notice.number().toString(),
                    notice.opaqueId(),
                    NoticeReading.action(notice),
                    LocalDate.ofInstant(notice.writtenAt(), Formats.BEIJING));
        }
    }

    /** @param next cursor to ask with the next time */
    record Feed(List<Entry> notices, String next, boolean more) {}

    record Consumer(
            String name, long owed, long acknowledged, long overdue, long late, long stillServing, String state) {}

    record Overview(int year, long removals, long replacements, List<Consumer> consumers) {}

    record Key(String algorithm, String id, String publicKey) {}

    @GetMapping("/api/v1/corrections/feed")
    Feed feed(@RequestParam(defaultValue = "0") long after, @RequestParam(required = false) @Nullable Integer limit) {
        int size = Math.clamp(limit == null ? USUAL : limit, 1, MOST);
        Slice<Notice> page = Slice.of(size, many -> notices.after(after, many));
        String next = Long.toString(
                page.rows().isEmpty() ? after : page.rows().getLast().ordinal());
        return new Feed(page.rows().stream().map(Entry::of).toList(), next, page.more());
    }

    @GetMapping("/api/v1/corrections/board")
    Overview board() {
        Board.View view = board.view();
        return new Overview(
                view.year(),
                view.count().removals(),
                view.count().replacements(),
                view.standings().stream()
                        .map(standing -> new Consumer(
                                standing.name(),
                                standing.owed(),
                                standing.acknowledged(),
                                standing.overdue(),
                                standing.late(),
                                standing.serving(),
                                standing.state().name().toLowerCase(Locale.ROOT)))
                        .toList());
    }

    @GetMapping("/api/v1/corrections/key")
    Key key() {
        return new Key("Ed25519", key.id(), key.publicKey());
    }
}
