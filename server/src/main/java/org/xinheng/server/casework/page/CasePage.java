package org.xinheng.server.casework.page;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.xinheng.core.policy.CaseKind;
import org.xinheng.core.policy.CaseKind.Action;
import org.xinheng.core.policy.DocumentTemplate;
import org.xinheng.core.policy.Title;
import org.xinheng.server.archive.reading.RecordLine;
import org.xinheng.server.casework.CaseFile;
import org.xinheng.server.service.Attachment;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * One case: what it is about, its periods with their reasons, its steps, and what the reader may do.
 *
 * @param record null for a case about an organisation as such
 * @param periods sentences, one for each period
 * @param attachments files handed in, those past their last day left out
 */
public record CasePage(
        CaseLine line,
        CaseKind kind,
        @Nullable RecordLine record,
        List<Period> periods,
        List<Attachment> attachments,
        boolean inCase,
        Form form)
        implements PageView {

    public CasePage {
        periods = List.copyOf(periods);
        attachments = List.copyOf(attachments);
    }

    /** @param late whether its day has passed */
    public record Period(Title title, String sentence, boolean ended, boolean late) {}

    /**
     * @param actions that the reader may take now
     * @param withdrawalGrounds value → title; empty where no action withdraws
     * @param written fields of the documents served with the actions that whoever acts fills in
     * @param faults field → sentence
     */
    public record Form(
            List<Action> actions,
            Map<String, String> withdrawalGrounds,
            List<DocumentTemplate.Field> written,
            TypedStep typed,
            Map<String, String> faults) {
        public Form {
            written = List.copyOf(written);
            actions = List.copyOf(actions);
            withdrawalGrounds = Collections.unmodifiableMap(new LinkedHashMap<>(withdrawalGrounds));
            faults = Collections.unmodifiableMap(new LinkedHashMap<>(faults));
        }

        public boolean extendsPeriod() {
            return actions.stream().anyMatch(action -> action.needs().clockwork() == CaseKind.Clockwork.EXTEND);
        }

        public boolean namesDocument() {
            return actions.stream().anyMatch(action -> action.needs().paper() != CaseKind.Paper.NONE);
        }
    }

    public @Nullable Title ground() {
        String ground = line.file().opening().ground();
        return ground == null
                ? null
                : kind.ground(ground).map(CaseKind.Ground::title).orElse(null);
    }

    public Title titleOf(CaseFile.Taken taken) {
        String id = taken.step().action();
        return kind.action(id).map(Action::title).orElse(new Title(id, id));
    }

    /** What the organisation was told with a step, such as its next remedy; null for nothing. */
    public @Nullable Title answerOf(CaseFile.Taken taken) {
        return kind.action(taken.step().action()).map(Action::answer).orElse(null);
    }

    @Override
    public String template() {
        return "casework/case";
    }

    @Override
    public String title(Words words) {
        return words.say(
                CaseText.CASE_TITLE, words.say(kind.rule().title()), line.file().number());
    }

    @Override
    public HttpStatus status() {
        return form.faults().isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST;
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
