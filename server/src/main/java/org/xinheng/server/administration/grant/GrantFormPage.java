package org.xinheng.server.administration.grant;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.xinheng.server.access.Grantees.Grantee;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * The form that opens an account or client, and what can be done to one that is there.
 *
 * @param grantee null for a new one
 * @param grants that can be given, with their names
 * @param chosen those that are ticked
 * @param bodies id → name, the empty id for none
 * @param acts that are possible now: id → name
 * @param history newest first
 */
public record GrantFormPage(
        Kind kind,
        @Nullable Grantee grantee,
        String name,
        Map<String, String> grants,
        Set<String> chosen,
        Map<String, String> bodies,
        String body,
        Map<String, String> acts,
        String act,
        String ground,
        List<Line> history,
        Map<String, String> faults)
        implements PageView {

    public GrantFormPage {
        chosen = Set.copyOf(chosen);
        history = List.copyOf(history);
    }

    /** @param grants in words */
    public record Line(java.time.Instant at, String by, GrantText step, String grants, String ground) {}

    public String action() {
        return kind.path() + (grantee == null ? "" : "/" + name);
    }

    /** Whether roles or permissions can be set by this form. */
    public boolean sets() {
        return grantee == null || (grantee.open() && grantee.organisation() == null);
    }

    @Override
    public String template() {
        return "administration/grant";
    }

    @Override
    public String title(Words words) {
        if (grantee != null) {
            return name;
        }
        return words.say(kind == Kind.ACCOUNT ? GrantText.NEW_ACCOUNT : GrantText.NEW_CLIENT);
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
        return kind.path();
    }
}
