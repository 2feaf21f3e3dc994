package org.xinheng.server.commitment.page;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.xinheng.core.policy.CommitmentItem;
import org.xinheng.core.policy.CommitmentType;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * A matter with its template, for everybody; for an organisation that signed in, with the form.
 *
 * @param reader whether an organisation reads that signed in
 * @param refusal why it is not offered to the reader; null when it is, or nobody signed in
 * @param bodies id → name of those who accept it
 * @param key of the form
 * @param faults field → sentence
 */
public record ItemPage(
        CommitmentItem item,
        CommitmentType type,
        boolean reader,
        @Nullable String refusal,
        Map<String, String> bodies,
        String key,
        TypedCommitment typed,
        Map<String, String> faults)
        implements PageView {

    public ItemPage {
        bodies = Collections.unmodifiableMap(new LinkedHashMap<>(bodies));
        faults = Collections.unmodifiableMap(new LinkedHashMap<>(faults));
    }

    public List<CommitmentType.Part> papers() {
        return item.papers();
    }

    public String path() {
        return ColumnPage.PATH + "/items/" + item.id();
    }

    @Override
    public String template() {
        return "commitment/item";
    }

    @Override
    public String title(Words words) {
        return words.say(item.rule().title());
    }

    @Override
    public HttpStatus status() {
        return faults.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST;
    }

    @Override
    public String section() {
        return ColumnPage.PATH;
    }
}
