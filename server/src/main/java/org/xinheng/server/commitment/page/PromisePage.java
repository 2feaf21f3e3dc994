package org.xinheng.server.commitment.page;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.xinheng.core.commitment.Act;
import org.xinheng.core.commitment.Promise;
import org.xinheng.server.service.ServedDocument;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * One commitment from the inside.
 *
 * @param own whether the organisation itself reads
 * @param acts that the reader's post may take now
 * @param typed shown again as typed; its act says to which form
 * @param faults field → sentence
 */
public record PromisePage(
        Promise promise,
        ColumnPage.PromiseLine line,
        boolean own,
        List<StepLine> steps,
        List<ServedDocument> documents,
        List<Act.Kind> acts,
        TypedCommitment typed,
        Map<String, String> faults)
        implements PageView {

    public PromisePage {
        steps = List.copyOf(steps);
        documents = List.copyOf(documents);
        acts = List.copyOf(acts);
        faults = Collections.unmodifiableMap(new LinkedHashMap<>(faults));
    }

    /** @param said what the act brought along, for reading */
    public record StepLine(String act, String by, Instant at, String said) {}

    public int seen() {
        return promise.steps().size();
    }

    public String path() {
        return PromisesPage.PATH + "/" + promise.id();
    }

    public String name(Act.Kind kind, Words words) {
        return CommitmentText.of(kind, words);
    }

    public Map<String, String> performances(Words words) {
        return CommitmentReading.performances(words);
    }

    public Map<String, String> yesNo(Words words) {
        return CommitmentReading.yesNo(words);
    }

    /** What was typed, in the form to which it belongs only. */
    public TypedCommitment typed(Act.Kind kind) {
        return kind.name().equals(typed.act()) ? typed : TypedCommitment.NOTHING;
    }

    @Override
    public String template() {
        return "commitment/promise";
    }

    @Override
    public String title(Words words) {
        return words.say(CommitmentText.FILE_TITLE, line.item());
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
        return PromisesPage.PATH;
    }
}
