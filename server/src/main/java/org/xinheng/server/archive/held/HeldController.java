package org.xinheng.server.archive.held;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.archive.HeldRecords.Kind;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.Words;

/** The queue of held records for clerks. */
@Controller
@Requires({Permission.DELIVER, Permission.DELIVER_FOR_ALL, Permission.OVERSEE})
class HeldController {

    private static final int LINES = 20;

    private final HeldDesk desk;
    private final CurrentActor current;

    HeldController(HeldDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @GetMapping(HeldPage.PATH)
    HeldPage list(
            @RequestParam(defaultValue = "HELD") Kind kind,
            @RequestParam(required = false) @Nullable String after,
            HttpServletRequest request) {
        var actor = current.find().orElseThrow();
        var lines = desk.list(actor, kind, after, LINES, Words.in(Language.of(request)));
        boolean mends = actor.may(Permission.DELIVER) || actor.may(Permission.DELIVER_FOR_ALL);
        return new HeldPage(kind, lines.lines(), lines.next(), after == null, lines.held(), mends);
    }
}
