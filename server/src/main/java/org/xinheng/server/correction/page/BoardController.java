package org.xinheng.server.correction.page;

import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.xinheng.server.access.OpenToAll;
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
    BoardPage board() {
        Board.View view = board.view();
        return new BoardPage(
                view.year(),
                view.count().removals(),
                view.count().replacements(),
                view.standings(),
                view.latest().stream()
                        .map(notice -> new BoardPage.Line(
                                notice.number().toString(),
                                notice.opaqueId(),
                                notice.removes(),
                                LocalDate.ofInstant(notice.writtenAt(), Formats.BEIJING)))
                        .toList());
    }
}
