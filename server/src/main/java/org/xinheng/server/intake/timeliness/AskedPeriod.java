package org.xinheng.server.intake.timeliness;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.xinheng.server.intake.ReportingTimeliness.Period;
import org.xinheng.server.web.ErrorPage;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.ListAsk;
import org.xinheng.server.web.ListFilter;
import org.xinheng.server.web.ListPlan.Filter;
import org.xinheng.server.web.Text;
import org.xinheng.server.web.Words;

/**
 * The days for which a paper of figures is asked. They choose what is counted and filter no row.
 *
 * @param ask with both days, typed or not
 */
record AskedPeriod(ListAsk ask, Period period) {

    static final ErrorPage WRONG =
            new ErrorPage(HttpStatus.BAD_REQUEST, ScoreText.PERIOD_WRONG, ScoreText.PERIOD_WRONG_ADVICE);

    private static final String FROM = "from";
    private static final String TO = "to";

    /** Empty for days that are none or run backwards. */
    static Optional<AskedPeriod> of(ListAsk asked, TimelinessDesk desk, Words words) {
        FormCheck check = desk.check(words);
        Period period = desk.period(asked.typed(FROM), asked.typed(TO), null, check, words);
        if (check.failed()) {
            return Optional.empty();
        }
        ListAsk ask = asked.orElse(FROM, period.from().toString())
                .orElse(TO, period.to().toString());
        return Optional.of(new AskedPeriod(ask, period));
    }

    /** The name under which looking at a paper is logged; taking it home has its own. */
    String logged(String paper) {
        return ask.export() == null ? paper : paper + ".export";
    }

    /** Part of an address, without {@code ?} or {@code &} before it. */
    String query() {
        return FROM + "=" + period.from() + "&" + TO + "=" + period.to();
    }

    /** @param label what kind of day it is */
    static <R> Filter<R> first(Text label) {
        return day(FROM, label);
    }

    static <R> Filter<R> last(Text label) {
        return day(TO, label);
    }

    private static <R> Filter<R> day(String id, Text label) {
        return new Filter<>(id, new ListFilter(id, label, List.of()), Set.of(), (_, _) -> true);
    }
}
