package org.xinheng.server.inspection.risk;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * The supervising room: what follows from each class, and the class of one organisation with its reasons.
 *
 * @param found null as long as nobody was looked at
 * @param typed the code and the purpose as typed
 * @param faults field → sentence
 */
public record RiskPage(
        List<RiskView.Level> levels, @Nullable RiskView found, Map<String, String> typed, Map<String, String> faults)
        implements PageView {

    public static final String PATH = "/inspections/risk";

    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    @Override
    public String template() {
        return "inspection/risk";
    }

    @Override
    public String title(Words words) {
        return words.say(RiskText.TITLE);
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
