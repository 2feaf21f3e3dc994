package org.xinheng.server.casework.desk;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.casework.Finding;
import org.xinheng.core.casework.SameGround;
import org.xinheng.core.policy.CaseKind;
import org.xinheng.core.policy.CaseKind.Action;
import org.xinheng.core.policy.CaseKind.Effect;
import org.xinheng.core.policy.CaseKind.Party;
import org.xinheng.core.policy.Title;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.casework.CaseFile;
import org.xinheng.server.casework.CaseFile.Opening;
import org.xinheng.server.casework.CaseFile.Taken;

/** Whether a case may be opened, and what it is about. Opens none. */
final class CaseOpening {

    private static final Set<Effect> OF_THE_FINDING = EnumSet.of(Effect.END_REPAIRED, Effect.SCREEN);

    private CaseOpening() {}

    /** What the case is about; null where there is no such record or organisation. */
    static @Nullable Opening subject(CaseKind kind, Asked asked, Subjects subjects) {
        String address = asked.about().record();
        if (kind.about() == CaseKind.About.RECORD) {
            RecordVersion record = address == null ? null : subjects.standing(address);
            return record == null
                    ? null
                    : opening(
                            asked,
                            record.organisationId(),
                            record,
                            ofTheFinding(kind) ? record.authorityCode() : record.sourceCode());
        }
        Long organisation = asked.about().organisation();
        String authority = asked.about().authority();
        return organisation == null
                        || authority == null
                        || subjects.organisation(organisation).isEmpty()
                ? null
                : opening(asked, organisation, null, authority);
    }

    private static Opening opening(Asked asked, long organisation, @Nullable RecordVersion record, String authority) {
        return new Opening(
                asked.kind(),
                organisation,
                record == null ? null : record.address(),
                record == null ? 0 : record.version(),
                authority,
                asked.ground(),
                asked.statement(),
                asked.opened().outsideNumber(),
                false,
                asked.opened().presented());
    }

    /** Repair is decided, and what burdens is ordered, by who made the finding; what was delivered is answered for by who delivered it. */
    private static boolean ofTheFinding(CaseKind kind) {
        return kind.actions().stream()
                        .flatMap(action -> action.effects().stream())
                        .anyMatch(OF_THE_FINDING::contains)
                || Finding.neededFor(kind);
    }

    /** The first action of the kind that opens a case and that one of the parties may take. */
    static Optional<Action> action(CaseKind kind, Set<Party> as) {
        return kind.actions().stream()
                .filter(Action::opens)
                .filter(action -> action.by().stream().anyMatch(as::contains))
                .findFirst();
    }

    /** What stands in the way; empty when nothing does. */
    static Optional<Outcome> obstacle(
            CaseKind kind, Action action, Set<Party> as, Asked asked, Opening opening, Subjects subjects) {
        Optional<Outcome> unfit = kind.needsGround() ? ofGround(kind, asked, opening, subjects) : Optional.empty();
        if (unfit.isPresent()) {
            return unfit;
        }
        boolean forAnother = as.contains(Party.WINDOW) && action.by().contains(Party.ORGANISATION);
        if (forAnother && asked.opened().presented() == null) {
            return Optional.of(new Outcome.Not(Outcome.Why.NOT_PRESENTED));
        }
        List<Title> missing = missing(kind, asked.opened());
        return missing.isEmpty() ? Optional.empty() : Optional.of(new Outcome.Not(Outcome.Why.PAPERS_MISSING, missing));
    }

    private static Optional<Outcome> ofGround(CaseKind kind, Asked asked, Opening opening, Subjects subjects) {
        CaseKind.Ground ground =
                kind.ground(asked.ground() == null ? "" : asked.ground()).orElse(null);
        if (ground == null || !ground.within().covers(asked.day())) {
            return Optional.of(new Outcome.Not(Outcome.Why.GROUND_UNKNOWN));
        }
        if (ground.remedy() != null) {
            return Optional.of(new Outcome.Elsewhere(ground.remedy()));
        }
        if (!subjects.leads(opening.authority(), ground, asked.day())) {
            return Optional.of(new Outcome.Not(Outcome.Why.GROUND_LED, subjects.named(ground.ledBy())));
        }
        return ground.holds(subjects.kindOf(opening.organisationId()))
                ? Optional.empty()
                : Optional.of(new Outcome.Not(Outcome.Why.GROUND_SUBJECT));
    }

    /** Required papers that were not handed in; where the kind wants a single one, any paper is taken for it. */
    private static List<Title> missing(CaseKind kind, Asked.Opened opened) {
        List<CaseKind.Document> required =
                kind.documents().stream().filter(CaseKind.Document::required).toList();
        if (required.size() == 1 && !opened.papers().isEmpty()) {
            return List.of();
        }
        return required.stream()
                .filter(document -> !opened.documents().contains(document.id()))
                .map(CaseKind.Document::title)
                .toList();
    }

    /** The opening as it is kept: whether it says again what was answered before is known now. */
    static Opening compared(Opening opening, Taken first, List<CaseFile> earlier) {
        var filed = new CaseFile(0, "", opening, List.of(first)).filed();
        boolean repeated = opening.ground() != null
                && SameGround.saidBefore(
                        filed,
                        earlier.stream()
                                .filter(file -> file.opening().kind().equals(opening.kind()))
                                .map(CaseFile::filed)
                                .toList());
        return new Opening(
                opening.kind(),
                opening.organisationId(),
                opening.record(),
                opening.recordVersion(),
                opening.authority(),
                opening.ground(),
                opening.statement(),
                opening.outsideNumber(),
                repeated,
                opening.presented());
    }
}
