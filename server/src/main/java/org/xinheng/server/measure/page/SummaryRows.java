package org.xinheng.server.measure.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.xinheng.server.measure.CheckText;
import org.xinheng.server.measure.Receipt;
import org.xinheng.server.measure.batch.BatchChecks;
import org.xinheng.server.measure.batch.BatchChecks.Line;
import org.xinheng.server.web.Words;

/** Rows of the summary of a list (核查结果汇总表), each from the receipt itself. */
final class SummaryRows implements BatchChecks.Sink {

    static final List<CheckPageText> HEADER = List.of(
            CheckPageText.SUMMARY_LINE,
            CheckPageText.ANSWER_CODE,
            CheckPageText.ANSWER_NAME,
            CheckPageText.SUMMARY_OUTCOME,
            CheckPageText.ANSWER_MEASURES,
            CheckPageText.ANSWER_RECORD,
            CheckPageText.SUMMARY_MARKS,
            CheckPageText.SUMMARY_LATE,
            CheckPageText.ANSWER_RECEIPT_NUMBER,
            CheckPageText.SUMMARY_REMARK);

    private final Words words;
    private final List<List<String>> rows = new ArrayList<>();

    SummaryRows(Words words) {
        this.words = words;
    }

    List<List<String>> rows() {
        return rows;
    }

    @Override
    public void take(List<Line> lines) {
        lines.forEach(line -> rows.add(row(line)));
    }

    private List<String> row(Line line) {
        Receipt receipt = line.receipt();
        String number = Integer.toString(line.number());
        if (receipt == null) {
            String said = line.faults().stream()
                    .map(fault -> words.say(fault.text(), fault.facts()))
                    .collect(Collectors.joining(" "));
            return List.of(number, line.code(), "", words.say(CheckText.BATCH_NO_ANSWER), "", "", "", "", "", said);
        }
        ReceiptPage page = ReceiptPage.of(receipt);
        ReceiptPage.Subject subject = page.subject();
        return List.of(
                number,
                page.text("code"),
                subject == null ? "" : subject.name(),
                page.text("outcomeText"),
                page.measures().stream()
                        .map(measure -> "[" + words.say(duty(measure)) + "] " + measure.title())
                        .collect(Collectors.joining("\n")),
                grounds(page, false),
                grounds(page, true),
                page.feeds().stream()
                        .filter(ReceiptPage.Feed::stale)
                        .map(ReceiptPage.Feed::title)
                        .collect(Collectors.joining("\n")),
                Long.toString(receipt.id()),
                words.say(page.advice()));
    }

    private static CheckPageText duty(ReceiptPage.Measure measure) {
        return measure.must() ? CheckPageText.ANSWER_DUTY_MUST : CheckPageText.ANSWER_DUTY_MAY;
    }

    /** Each decision once, with its authority; or those alone that are disputed or in court. */
    private String grounds(ReceiptPage page, boolean marked) {
        return page.measures().stream()
                .flatMap(measure -> measure.records().stream())
                .filter(record -> !marked || record.disputed() || record.litigation())
                .map(record ->
                        marked ? record.number() + " " + marks(record) : record.number() + " " + record.authority())
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    private String marks(ReceiptPage.Ground record) {
        List<String> said = new ArrayList<>();
        if (record.disputed()) {
            said.add(words.say(CheckPageText.ANSWER_RECORD_DISPUTED));
        }
        if (record.litigation()) {
            said.add(words.say(CheckPageText.ANSWER_RECORD_LITIGATION));
        }
        return String.join(" ", said);
    }
}
