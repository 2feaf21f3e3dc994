package org.xinheng.server.casework.page;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.xinheng.core.casework.RepairEligibility;
import org.xinheng.server.archive.reading.RecordLine;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * May the repair be asked for, what is missing, and the application that is handed over.
 *
 * @param number under which it was handed over; null before
 * @param asksPresented whether the window writes down what was shown to it
 * @param key of this form
 * @param faults field → sentence
 */
public record AskRepairPage(
        RecordLine record,
        @Nullable RepairEligibility eligibility,
        @Nullable String number,
        boolean asksPresented,
        Shown shown,
        String key,
        Map<String, String> faults)
        implements PageView {

    public AskRepairPage {
        faults = Collections.unmodifiableMap(new LinkedHashMap<>(faults));
    }

    /**
     * What the organisation showed at the window, as typed.
     *
     * @param presented id of the kind of paper
     */
    public record Shown(
            @Nullable String presented, @Nullable String presentedNumber) {
        public static final Shown NOTHING = new Shown("", "");

        public String kind() {
            return presented == null ? "" : presented;
        }

        public String number() {
            return presentedNumber == null ? "" : presentedNumber;
        }
    }

    public String path() {
        return "/records/" + record.address() + "/repair";
    }

    /** What is missing beside the papers that the form itself asks for. */
    public java.util.List<RepairEligibility.Missing> obstacles() {
        return eligibility == null
                ? java.util.List.of()
                : eligibility.missing().stream()
                        .filter(missing -> missing != RepairEligibility.Missing.PROOF
                                && missing != RepairEligibility.Missing.COMMITMENT)
                        .toList();
    }

    @Override
    public String template() {
        return "casework/repair";
    }

    @Override
    public String title(Words words) {
        return words.say(CaseText.REPAIR_TITLE);
    }

    @Override
    public HttpStatus status() {
        return faults.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST;
    }

    @Override
    public boolean indexed() {
        return false;
    }

    @Override
    public String section() {
        return CasesPage.PATH;
    }
}
