package org.xinheng.server.correction.page;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.xinheng.server.correction.CorrectionText;
import org.xinheng.server.correction.Registration;
import org.xinheng.server.correction.notice.Standing;
import org.xinheng.server.correction.rest.TypedConsumer;
import org.xinheng.server.web.ListView;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * Consumers as the credit office keeps them, with a form to register one.
 *
 * @param list what stands around the lines
 * @param types id → title, in the reader's language
 * @param typed shown again as typed
 * @param faults field → sentence
 * @param mayRegister whether the reader keeps the register or only looks
 */
public record ConsumersPage(
        ListView list,
        List<Line> lines,
        Map<String, String> types,
        TypedConsumer typed,
        Map<String, String> faults,
        boolean mayRegister)
        implements PageView {

    public static final String PATH = "/corrections/consumers";

    public ConsumersPage {
        lines = List.copyOf(lines);
        types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
        faults = Collections.unmodifiableMap(new LinkedHashMap<>(faults));
    }

    /**
     * @param types titles of what it takes over in bulk
     * @param failures tries of its webhook that failed in a row
     */
    public record Line(Standing standing, @Nullable Registration registration, List<String> types, int failures) {
        public Line {
            types = List.copyOf(types);
        }
    }

    @Override
    public String template() {
        return "corrections/consumers";
    }

    @Override
    public String title(Words words) {
        return words.say(CorrectionText.CONSUMERS_TITLE);
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
        return PATH;
    }
}
