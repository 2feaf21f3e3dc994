package org.xinheng.server.warning.page;

import java.util.List;
import java.util.Optional;
import org.xinheng.core.policy.EarlyWarning;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.ReadingPurpose;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.warning.Warnings;
import org.xinheng.server.warning.Warnings.Warning;
import org.xinheng.server.web.Formats;
import org.xinheng.server.web.Words;

/** What page and API of warnings share: a body sees its own only. */
final class WarningDesk {

    private final Warnings warnings;
    private final Archive archive;
    private final Organisations organisations;
    private final PolicyInForce inForce;
    private final AccessLog log;

    WarningDesk(Warnings warnings, Archive archive, Organisations organisations, PolicyInForce inForce, AccessLog log) {
        this.warnings = warnings;
        this.archive = archive;
        this.organisations = organisations;
        this.inForce = inForce;
        this.log = log;
    }

    long count(Actor actor) {
        String body = actor.source();
        return body == null ? 0 : warnings.count(body);
    }

    /** Unread ones first. @param offset so many come before */
    List<WarningView> own(Actor actor, long offset, int limit, Words words) {
        String body = actor.source();
        return body == null ? List.of() : views(actor, warnings.of(body, offset, limit), words);
    }

    /** As {@link Warnings#newest}. */
    List<WarningView> newest(Actor actor, long offset, int limit, Words words) {
        String body = actor.source();
        return body == null ? List.of() : views(actor, warnings.newest(body, offset, limit), words);
    }

    /** Every warning has its line, also one whose organisation is not found any more. */
    private List<WarningView> views(Actor actor, List<Warning> found, Words words) {
        log.readAll(
                actor,
                "warning",
                found.stream()
                        .map(one -> new AccessLog.Read(one.organisation(), ReadingPurpose.OWN_WORK.about(one.id())))
                        .toList());
        return found.stream().map(one -> view(one, words)).toList();
    }

    /** Whether the warning is one of the actor's body; read before is read too. */
    boolean read(Actor actor, long id) {
        String body = actor.source();
        return body != null && warnings.read(id, body, actor.name());
    }

    private WarningView view(Warning warning, Words words) {
        Organisation organisation = organisations.find(warning.organisation()).orElse(null);
        Policy policy = inForce.edition(warning.version()).orElseGet(inForce::policy);
        Optional<EarlyWarning> rule = policy.instruments().warnings().stream()
                .filter(one -> one.rule().id().equals(warning.rule()))
                .findFirst();
        return new WarningView(
                Long.toString(warning.id()),
                organisation == null ? null : organisation.code(),
                organisation == null ? words.say(WarningText.ORGANISATION_GONE) : organisation.name(),
                warning.rule(),
                rule.map(one -> words.say(one.rule().title())).orElse(warning.rule()),
                rule.map(one -> one.rule().basis().citation()).orElse(""),
                warning.day(),
                warning.records().stream()
                        .map(address -> new WarningView.Cause(address, cause(address, policy, words)))
                        .toList(),
                warning.readAt() != null);
    }

    private String cause(String address, Policy policy, Words words) {
        RecordVersion version = archive.find(address);
        if (version == null) {
            return words.say(WarningText.RECORD_GONE);
        }
        RecordType type = policy.recordTypes().get(version.type());
        return words.say(
                WarningText.RECORD,
                type == null ? version.type() : words.say(type.rule().title()),
                new Formats(words.language()).day(version.decidedOn()));
    }
}
