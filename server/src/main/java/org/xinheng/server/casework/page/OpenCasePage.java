package org.xinheng.server.casework.page;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.xinheng.core.casework.Finding;
import org.xinheng.core.policy.CaseKind;
import org.xinheng.core.policy.DocumentTemplate;
import org.xinheng.core.policy.Title;
import org.xinheng.server.archive.reading.RecordLine;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * The form that opens a case, and the way elsewhere where what is said is not looked into here.
 *
 * @param record null for a case about an organisation as such, and as long as no finding was named
 * @param grounds on which it may be opened today
 * @param namesBody whether the reader names the body that it is for
 * @param asksPresented whether the window writes down what was shown to it
 * @param written fields of the document served with it that whoever opens it fills in
 * @param elsewhere the way that is open instead; null as long as nothing was sent
 * @param faults field → sentence
 */
public record OpenCasePage(
        CaseKind kind,
        @Nullable RecordLine record,
        List<CaseKind.Ground> grounds,
        boolean namesBody,
        boolean asksPresented,
        List<DocumentTemplate.Field> written,
        TypedCase typed,
        @Nullable Title elsewhere,
        Map<String, String> faults)
        implements PageView {

    public OpenCasePage {
        grounds = List.copyOf(grounds);
        written = List.copyOf(written);
        faults = Collections.unmodifiableMap(new LinkedHashMap<>(faults));
    }

    public String path() {
        return CasesPage.PATH + "/new/" + kind.id();
    }

    /** Whether the finding is still to be named. */
    public boolean asksFinding() {
        return record == null && Finding.neededFor(kind);
    }

    /** The organisation's own words have their place where it opens a case about a record. */
    public boolean asksStatement() {
        return record != null && !Finding.neededFor(kind);
    }

    /** Whether reasons or a document are asked for to open it. */
    public boolean asksReason() {
        return kind.actions().stream()
                .anyMatch(action -> action.opens() && action.needs().reason());
    }

    public boolean asksDocument() {
        return kind.actions().stream()
                .anyMatch(action -> action.opens() && action.needs().paper() != CaseKind.Paper.NONE);
    }

    /** Whether it can be opened on no ground today, so that there is no form to fill in. */
    public boolean isShut() {
        return kind.needsGround() && grounds.isEmpty();
    }

    /** What is said where it may be opened on no ground today. */
    public CaseText noGround() {
        return switch (kind.groundsFrom()) {
            case CAMPAIGNS -> CaseText.FORM_NO_CAMPAIGN;
            case ITSELF -> CaseText.FORM_NO_GROUND;
        };
    }

    @Override
    public String template() {
        return "casework/open";
    }

    @Override
    public String title(Words words) {
        return words.say(kind.rule().title());
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
