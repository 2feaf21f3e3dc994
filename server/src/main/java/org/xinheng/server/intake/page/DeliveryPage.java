package org.xinheng.server.intake.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.Title;
import org.xinheng.server.intake.Delivery;
import org.xinheng.server.intake.FileFinding;
import org.xinheng.server.intake.RowOutcome;
import org.xinheng.server.intake.desk.IntakeText;
import org.xinheng.server.intake.desk.Sentences.Said;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * What became of a delivery.
 *
 * @param deliveredBy the body that delivered in the source's place; null where none did
 * @param progressPercent how much of the way is behind it
 * @param reasons why the file was rejected as a whole
 * @param shelf which rows are looked at
 * @param mayMend whether refused rows can be mended by the reader
 * @param next number of the first row of the next page; null on the last
 */
public record DeliveryPage(
        Delivery delivery,
        Title type,
        Title source,
        @Nullable Title deliveredBy,
        int progressPercent,
        List<Reason> reasons,
        Shelf shelf,
        boolean first,
        List<Line> lines,
        boolean mayMend,
        @Nullable Integer next)
        implements PageView {

    public DeliveryPage {
        reasons = List.copyOf(reasons);
        lines = List.copyOf(lines);
    }

    public record Reason(FileFinding finding, Said said) {}

    /** @param number of the row in the delivery */
    public record Line(int number, Delivery.Place place, RowOutcome outcome, List<Said> said) {

        public IntakeText outcomeText() {
            return IntakeText.of(outcome);
        }

        public boolean kept() {
            return outcome == RowOutcome.WAITING || outcome == RowOutcome.REFUSED;
        }
    }

    public String path() {
        return "/deliveries/" + delivery.id();
    }

    public boolean settled() {
        return delivery.state() == Delivery.State.CLOSED;
    }

    public boolean rejected() {
        return delivery.state() == Delivery.State.REJECTED;
    }

    public boolean underWay() {
        return !settled() && !rejected();
    }

    public DeliveryText state() {
        return DeliveryText.of(delivery.state());
    }

    /** Whether there is anything to download. */
    public boolean hasErrors() {
        Integer open = Shelf.OPEN.size(delivery.counts());
        return rejected() || (open != null && open > 0);
    }

    @Override
    public String template() {
        return "intake/delivery";
    }

    @Override
    public String title(Words words) {
        return delivery.fileName().isEmpty() ? words.say(DeliveryText.LIST_NO_NAME) : delivery.fileName();
    }

    @Override
    public boolean indexed() {
        return false;
    }

    @Override
    public boolean enhanced() {
        return underWay();
    }

    @Override
    public String section() {
        return "/deliveries";
    }
}
