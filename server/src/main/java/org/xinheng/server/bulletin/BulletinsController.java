package org.xinheng.server.bulletin;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.ReadingPurpose;
import org.xinheng.server.access.Requires;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.Redirect;
import org.xinheng.server.web.Words;

/** The office looks at a monthly report and signs it; without a signature none goes out. */
@Controller
@Requires(Permission.OVERSEE)
class BulletinsController {

    private final BulletinDesk desk;
    private final CurrentActor current;
    private final AccessLog log;

    BulletinsController(BulletinDesk desk, CurrentActor current, AccessLog log) {
        this.desk = desk;
        this.current = current;
        this.log = log;
    }

    @GetMapping(BulletinsPage.PATH)
    BulletinsPage show() {
        return page(null);
    }

    private BulletinsPage page(@Nullable String fault) {
        Actor actor = current.require(Permission.OVERSEE);
        log.read(actor, "bulletins", null, ReadingPurpose.of(true).code());
        return new BulletinsPage(desk.drafts(), desk.issued(), fault, actor.may(Permission.DELIVER_FOR_ALL));
    }

    /** @param seen of the draft that was read */
    @Requires(Permission.DELIVER_FOR_ALL)
    @PostMapping(BulletinsPage.PATH)
    Answer sign(
            @RequestParam(defaultValue = "") String bulletin,
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "") String seen,
            HttpServletRequest request) {
        Words words = Words.in(Language.of(request));
        YearMonth of = month(month);
        BulletinDesk.Signing signing = of == null
                ? new BulletinDesk.Signing.NotDue()
                : desk.sign(current.require(Permission.DELIVER_FOR_ALL), bulletin, of, seen);
        return switch (signing) {
            case BulletinDesk.Signing.Done _ -> new Redirect(BulletinsPage.PATH);
            case BulletinDesk.Signing.Changed _ -> page(words.say(BulletinText.CHANGED));
            case BulletinDesk.Signing.NotDue _ -> page(words.say(BulletinText.NOT_DUE));
            case BulletinDesk.Signing.Rejected(var delivery) ->
                page(words.say(BulletinText.REJECTED, Long.toString(delivery.id())));
        };
    }

    private static @Nullable YearMonth month(String typed) {
        try {
            return YearMonth.parse(typed);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
