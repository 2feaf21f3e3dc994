package org.xinheng.server.policy.page;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.xinheng.server.policy.Activation;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * One activation, its steps, and what the reader may do about it.
 *
 * @param mayKeep whether the reader keeps rules
 * @param own whether the reader proposed it, and so cannot be the second person
 * @param reason of calling off, shown again as typed
 * @param wrong field → sentence
 */
public record ActivationPage(
        Activation activation,
        boolean mayKeep,
        boolean own,
        @Nullable String reason,
        Map<String, String> wrong) implements PageView {

    public ActivationPage {
        wrong = Collections.unmodifiableMap(new LinkedHashMap<>(wrong));
    }

    public String path() {
        return PacksPage.pathOf(activation);
    }

    public boolean mayApprove() {
        return mayKeep && !own && activation.state() == Activation.State.PROPOSED;
    }

    public boolean awaitsAnother() {
        return mayKeep && own && activation.state() == Activation.State.PROPOSED;
    }

    public boolean mayCallOff() {
        return mayKeep && activation.isOpen();
    }

    @Override
    public String template() {
        return "packs/activation";
    }

    @Override
    public String title(Words words) {
        return words.say(PacksText.ACTIVATION_TITLE, activation.pack(), activation.firstDay());
    }

    @Override
    public HttpStatus status() {
        return wrong.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST;
    }

    @Override
    public boolean indexed() {
        return false;
    }

    @Override
    public String section() {
        return PacksPage.PATH;
    }
}
