package org.xinheng.server.administration.grant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.code.CodeReader;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.record.FreeTextMasking;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Grantees;
import org.xinheng.server.access.Grantees.Grantee;
import org.xinheng.server.access.Grantees.Result;
import org.xinheng.server.access.Grantees.Subject;
import org.xinheng.server.access.ReadingPurpose;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Words;

/** What the administrator's pages ask and do. */
final class GrantDesk {

    private static final int SHORTEST = 4;
    private static final int LONGEST = 200;

    private final Grantees grantees;
    private final PolicyInForce inForce;
    private final AccessLog log;

    GrantDesk(Grantees grantees, PolicyInForce inForce, AccessLog log) {
        this.grantees = grantees;
        this.inForce = inForce;
        this.log = log;
    }

    Grantees grantees() {
        return grantees;
    }

    List<Grantee> list(Actor actor, Kind kind) {
        log.read(actor, kind == Kind.ACCOUNT ? "accounts" : "clients", null, ReadingPurpose.OVERSIGHT.code());
        return grantees.list(kind.actor());
    }

    FormCheck check(Words words) {
        return new FormCheck(
                words, FreeTextMasking.of(CodeReader.of(inForce.policy().codes())));
    }

    /** Bodies that an account or client can belong to: the pack's authorities and the institutions that read by consent. */
    Map<String, String> bodies(Words words) {
        Policy policy = inForce.policy();
        Map<String, String> bodies = new LinkedHashMap<>();
        bodies.put("", words.say(GrantText.BODY_NONE));
        policy.authorities().forEach(body -> bodies.put(body.id(), words.say(body.name())));
        policy.instruments()
                .consent()
                .readers()
                .values()
                .forEach(reader ->
                        bodies.putIfAbsent(reader.id(), words.say(reader.rule().title())));
        return bodies;
    }

    String bodyOf(@Nullable String source, Words words) {
        return source == null ? "" : bodies(words).getOrDefault(source, source);
    }

    /** What is to be given, once it is checked; meaningful only when the check has not failed. */
    record Read(Set<String> grants, @Nullable String body, String ground) {}

    /** @param sets whether roles or permissions are set */
    Read read(Kind kind, TypedGrant typed, boolean sets, FormCheck check, Words words) {
        Map<String, String> possible = kind.grants(words);
        Set<String> grants =
                typed.given().stream().filter(possible::containsKey).collect(Collectors.toSet());
        String body = TypedGrant.text(typed.body());
        if (sets) {
            if (grants.isEmpty() || grants.size() != Set.copyOf(typed.given()).size()) {
                check.wrong("grants", words.say(GrantText.FAULT_GRANTS));
            }
            if (kind.exercisesBesides(grants, body)) {
                check.wrong("grants", words.say(GrantText.FAULT_EXERCISE));
            }
            if (!bodies(words).containsKey(body)) {
                check.wrong("body", words.say(GrantText.FAULT_BODY));
            } else if (body.isEmpty() && kind.needsBody(grants)) {
                check.wrong("body", words.say(GrantText.FAULT_BODY_NEEDED));
            }
        }
        return new Read(
                grants, body.isEmpty() ? null : body, check.reason("ground", typed.ground(), SHORTEST, LONGEST));
    }

    Result open(Actor by, Kind kind, String name, Read read) {
        return grantees.open(by, new Subject(kind.actor(), name), read.grants(), read.body(), read.ground());
    }

    Result take(Actor by, Grantee grantee, Act act, Read read) {
        Subject subject = grantee.subject();
        return switch (act) {
            case CHANGE -> grantees.change(by, subject, read.grants(), read.body(), read.ground());
            case LOCK -> grantees.lock(by, subject, read.ground());
            case UNLOCK -> grantees.unlock(by, subject, read.ground());
            case RENEW -> grantees.renew(by, subject, read.ground());
            case RESET_FACTOR -> grantees.resetFactor(by, subject, read.ground());
        };
    }
}
