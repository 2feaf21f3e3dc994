package org.xinheng.server.intake.page;

import java.util.List;
import org.xinheng.core.policy.Title;
import org.xinheng.server.intake.RowOutcome;
import org.xinheng.server.organisation.Organisations.OrganisationHit;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * One row that was not accepted, as it was kept, and whom it may be about.
 *
 * @param back address of the delivery
 * @param queue address of the queue in which a row that waits is settled
 * @param values the cleaned row; personal columns are not in it
 */
public record RowPage(
        String back,
        String file,
        DeliveryPage.Line line,
        List<Value> values,
        List<OrganisationHit> candidates,
        String queue)
        implements PageView {

    public RowPage {
        values = List.copyOf(values);
        candidates = List.copyOf(candidates);
    }

    public record Value(String code, Title title, String value, boolean wrong) {}

    public boolean waits() {
        return line.outcome() == RowOutcome.WAITING;
    }

    @Override
    public String template() {
        return "intake/row";
    }

    @Override
    public String title(Words words) {
        return words.say(DeliveryText.ROW_TITLE, line.place().row());
    }

    @Override
    public boolean indexed() {
        return false;
    }

    @Override
    public String section() {
        return "/deliveries";
    }
}
