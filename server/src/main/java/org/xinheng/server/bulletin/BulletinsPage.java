package org.xinheng.server.bulletin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.xinheng.core.policy.Bulletin;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Papers;
import org.xinheng.server.web.Words;

/**
 * Monthly reports to be signed, and those that were.
 *
 * @param fault why nothing was signed; null where nothing went wrong
 * @param maySign whether the reader signs
 */
public record BulletinsPage(
        List<BulletinDesk.Draft> due,
        List<BulletinDesk.Issued> issued,
        @Nullable String fault,
        boolean maySign) implements PageView {

    static final String PATH = Papers.BULLETINS;

    public BulletinsPage {
        due = List.copyOf(due);
        issued = List.copyOf(issued);
    }

    /** A share as it is read: its percent with what stands behind it. */
    public static String share(Bulletin.Share share, Words words) {
        return words.say(BulletinText.SHARE, share.percent(), share.part(), share.whole());
    }

    /** Why nothing is said of a body. */
    public static String reason(MonthFigures.Reason reason, Bulletin bulletin, Words words) {
        return switch (reason) {
            case PROVISIONAL -> words.say(BulletinText.LEFT_OUT_PROVISIONAL);
            case FEW -> words.say(BulletinText.LEFT_OUT_FEW, bulletin.counting().leastRows());
            case UNREGISTERED -> words.say(BulletinText.LEFT_OUT_UNREGISTERED);
        };
    }

    /** Months that the page looks back for reports that were handed in. */
    public int months() {
        return BulletinDesk.ISSUED_MONTHS;
    }

    @Override
    public String template() {
        return "bulletin/bulletins";
    }

    @Override
    public String title(Words words) {
        return words.say(BulletinText.TITLE);
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
        return Papers.COLLECTION;
    }
}
