package org.xinheng.server.breach.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.breach.BreachNotices.Notice;
import org.xinheng.server.breach.BreachNotices.Reason;
import org.xinheng.server.breach.BreachNotices.State;
import org.xinheng.server.web.Formats;
import org.xinheng.server.web.Words;

/**
 * A notice for programs; nobody who took notice is named.
 *
 * @param number as it stands on the notice
 * @param code unified code of the body or enterprise in breach
 * @param body its name
 * @param recordType id of the type of the record, {@code record} its title
 * @param superior id of the body that is told, {@code superiorName} its name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record NoticeView(
        String id,
        String number,
        State state,
        @Nullable String code,
        String body,
        String recordType,
        String record,
        String documentNumber,
        LocalDate decidedOn,
        String superior,
        String superiorName,
        LocalDate writtenOn,
        LocalDate dueOn,
        String basis,
        String ruleVersion,
        @Nullable LocalDate acknowledgedOn,
        @Nullable WithdrawalView withdrawal) {

    /** @param why the reason in words */
    record WithdrawalView(Reason reason, LocalDate on, String why) {}

    static NoticeView of(BreachDesk.Told told, Words words) {
        Notice notice = told.notice();
        var withdrawal = notice.withdrawal();
        return new NoticeView(
                Long.toString(notice.id()),
                BreachView.number(notice, words),
                told.state(),
                told.code(),
                told.body(words),
                notice.cause().type(),
                told.recordType(words),
                notice.cause().documentNumber(),
                notice.cause().decidedOn(),
                notice.superior(),
                told.superior(words),
                notice.writtenOn(),
                notice.dueOn(),
                told.basis(),
                notice.version(),
                notice.acknowledgedOn(),
                withdrawal == null
                        ? null
                        : new WithdrawalView(
                                withdrawal.reason(),
                                withdrawal.on(),
                                words.say(
                                        BreachText.valueOf(
                                                "REASON_" + withdrawal.reason().name()),
                                        new Formats(words.language()).day(withdrawal.on()))));
    }
}
