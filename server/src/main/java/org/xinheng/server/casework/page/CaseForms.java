package org.xinheng.server.casework.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.code.CodeReader;
import org.xinheng.core.policy.CaseKind;
import org.xinheng.core.policy.CaseKind.Party;
import org.xinheng.core.policy.CodeList;
import org.xinheng.core.record.FreeTextMasking;
import org.xinheng.server.access.Actor;
import org.xinheng.server.casework.CaseFile.Said;
import org.xinheng.server.casework.Presented;
import org.xinheng.server.casework.desk.Asked;
import org.xinheng.server.casework.desk.Parties;
import org.xinheng.server.casework.desk.Subjects;
import org.xinheng.server.casework.desk.Surroundings;
import org.xinheng.server.casework.desk.Taking;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.FormText;
import org.xinheng.server.web.Words;

/** Reads what was typed or sent about cases. Personal numbers and names in free text are refused at the door: it goes into documents and answers. */
public final class CaseForms {

    private static final int SHORTEST = 4;
    private static final int LONGEST = 1000;
    private static final int LONGEST_LINE = 200;
    private static final int MOST_PAPERS = 20;
    private static final String WITHDRAWAL_GROUNDS = "withdrawal-ground";

    private final Surroundings around;
    private final Subjects subjects;

    public CaseForms(Surroundings around, Subjects subjects) {
        this.around = around;
        this.subjects = subjects;
    }

    public FormCheck check(Words words) {
        return new FormCheck(
                words, FreeTextMasking.of(CodeReader.of(around.policy().codes())));
    }

    /** Meaningful only when the check has not failed. */
    public Taking step(TypedStep typed, FormCheck check) {
        Taking taking = new Taking(
                TypedStep.again(typed.action()).strip(),
                typed.seen() == null ? 0 : typed.seen(),
                said(typed.reason(), typed.documentNumber(), typed.documentDate(), check),
                papers(typed.papers(), check),
                check.day("until", typed.until()),
                blank(typed.withdrawalGround())
                        ? null
                        : TypedStep.again(typed.withdrawalGround()).strip(),
                written(typed.written(), check));
        check.namesNobody(FormText.FORM_PERSON_REFUSED);
        return taking;
    }

    /** Meaningful only when the check has not failed. */
    public Asked opening(CaseKind kind, TypedCase typed, Actor actor, FormCheck check) {
        String statement = optional("statement", typed.statement(), check);
        Presented presented =
                asksPresented(kind, actor) ? presented(typed.presented(), typed.presentedNumber(), check) : null;
        Asked asked = new Asked(
                kind.id(),
                about(kind, typed, actor),
                blank(typed.ground()) ? null : TypedStep.again(typed.ground()).strip(),
                statement,
                new Asked.Opened(
                        said(typed.reason(), typed.documentNumber(), typed.documentDate(), check),
                        papers(typed.papers(), check),
                        null,
                        presented,
                        Set.of(),
                        written(typed.written(), check)),
                around.today());
        check.namesNobody(FormText.FORM_PERSON_REFUSED);
        return asked;
    }

    /** Whether somebody at the service window would open it in the place of an organisation. */
    static boolean asksPresented(CaseKind kind, Actor actor) {
        return Parties.atWindow(actor)
                && kind.actions().stream()
                        .anyMatch(action ->
                                action.opens() && action.by().containsAll(Set.of(Party.ORGANISATION, Party.WINDOW)));
    }

    /** What was shown at the window: the kind and the number of the paper. @return null with a fault beside the field */
    @Nullable
    public Presented presented(@Nullable String kind, @Nullable String number, FormCheck check) {
        Presented.Kind found =
                Presented.Kind.find(TypedStep.again(kind).strip()).orElse(null);
        if (found == null) {
            check.wrong("presented", CaseText.NOT_NOT_PRESENTED);
        }
        String line = check.line("presentedNumber", number, LONGEST_LINE / 2);
        return found == null || line.isBlank() ? null : new Presented(found, line);
    }

    /** A body of the administration opens for itself; the window names the body that a case is for. */
    private Asked.About about(CaseKind kind, TypedCase typed, Actor actor) {
        if (kind.about() == CaseKind.About.RECORD) {
            return Asked.About.record(TypedStep.again(typed.record()).strip());
        }
        String named = actor.source() == null ? TypedStep.again(typed.body()).strip() : actor.source();
        Long organisation = subjects.organisation(TypedStep.again(typed.organisation()))
                .map(Organisation::id)
                .orElse(null);
        String body = around.policy()
                .authority(named)
                .map(authority -> authority.code())
                .orElse(null);
        return new Asked.About(null, organisation, body);
    }

    private Said said(@Nullable String reason, @Nullable String number, @Nullable String date, FormCheck check) {
        String document = blank(number) ? "" : check.line("documentNumber", number, LONGEST_LINE);
        LocalDate day = check.day("documentDate", date);
        String said = blank(reason) ? "" : check.reason("reason", reason, SHORTEST, LONGEST, document::contains);
        return new Said(said, document, day);
    }

    private static Map<String, String> written(@Nullable Map<String, String> typed, FormCheck check) {
        Map<String, String> written = new LinkedHashMap<>();
        if (typed != null) {
            typed.forEach((field, value) -> {
                if (!blank(value)) {
                    written.put(field, check.reason("written-" + field, value, 1, LONGEST));
                }
            });
        }
        return written;
    }

    private static String optional(String field, @Nullable String typed, FormCheck check) {
        return blank(typed) ? "" : check.reason(field, typed, SHORTEST, LONGEST);
    }

    private static List<String> papers(@Nullable String typed, FormCheck check) {
        List<String> lines =
                TypedStep.again(typed).lines().filter(line -> !line.isBlank()).toList();
        if (lines.size() > MOST_PAPERS) {
            check.tooMany("papers", MOST_PAPERS);
            return List.of();
        }
        List<String> papers = new ArrayList<>();
        lines.forEach(line -> papers.add(check.line("papers", line, LONGEST_LINE)));
        return papers;
    }

    private static boolean blank(@Nullable String typed) {
        return typed == null || typed.isBlank();
    }

    /** Grounds of a withdrawal: value → title. */
    public Map<String, String> withdrawalGrounds(Words words) {
        CodeList list = around.policy().codeLists().get(WITHDRAWAL_GROUNDS);
        Map<String, String> titles = new LinkedHashMap<>();
        if (list != null) {
            list.values().forEach((value, title) -> titles.put(value, words.say(title)));
        }
        return titles;
    }
}
