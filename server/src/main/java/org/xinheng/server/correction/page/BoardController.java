package org.xinheng.server.correction.page;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.server.access.OpenToAll;
import org.xinheng.server.correction.notice.NoticeNumber;
import org.xinheng.server.web.Formats;

/** The public board as a page. */
@Controller
@OpenToAll
class BoardController {

    private final Board board;

    BoardController(Board board) {
        this.board = board;
    }

    @GetMapping(BoardPage.PATH)
    BoardPage board(@RequestParam(required = false) @Nullable String before) {
        Board.View view = board.view();
        // What is no number asks for the newest: a link that was cut short still shows the board.
        Board.Part part = Optional.ofNullable(before)
                .flatMap(NoticeNumber::parse)
                .map(board::part)
                .orElse(view.latest());
        return new BoardPage(
                view.year(),
                view.count().removals(),
                view.count().replacements(),
                view.standings(),
                part.notices().stream()
                        .map(notice -> new BoardPage.Line(
                                notice.number().toString(),
                                notice.opaqueId(),
                                notice.removes(),
                                LocalDate.ofInstant(notice.writtenAt(), Formats.BEIJING)))
                        .toList(),
                part.older());
    }
}
