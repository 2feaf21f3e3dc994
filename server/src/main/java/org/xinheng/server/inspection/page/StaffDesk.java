package org.xinheng.server.inspection.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.code.CodeReader;
import org.xinheng.core.code.Verdict;
import org.xinheng.core.draw.Inspector;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.ReadingPurpose;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.Organisations.OrganisationLabel;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Words;

/** Inspectors of the officer's own body, by staff number, and whom they may not visit. */
final class StaffDesk {

    private static final int LONGEST_QUALIFICATION = 80;

    private final InspectionDesk desk;
    private final AccessLog log;

    StaffDesk(InspectionDesk desk, AccessLog log) {
        this.desk = desk;
        this.log = log;
    }

    /** Inspectors and conflicts of a body. */
    record Staff(List<Inspector> inspectors, List<StaffPage.Conflict> conflicts) {}

    /** Those of the officer's own body; the reading is logged. */
    Staff staff(Actor actor) {
        log.read(actor, "inspection.staff", null, ReadingPurpose.OWN_WORK.code());
        return desk.body(actor)
                .map(body -> new Staff(desk.inspections().inspectors(body), conflicts(body)))
                .orElseGet(() -> new Staff(List.of(), List.of()));
    }

    /** An inspector as typed; false when something is unfit. */
    boolean enter(
            Actor actor,
            @Nullable String number,
            @Nullable String skills,
            boolean serves,
            FormCheck check,
            Words words) {
        String staff = staff(number, check, words);
        List<String> qualifications = new ArrayList<>();
        for (String one : TypedPlan.text(skills).split("[\\s,，、;；]+")) {
            if (!one.isEmpty()) {
                qualifications.add(check.line("qualifications", one, LONGEST_QUALIFICATION));
            }
        }
        String body = desk.body(actor).orElse(null);
        if (body == null) {
            check.wrong("number", words.say(InspectionText.FAULT_NO_BODY));
        }
        if (body == null || check.failed()) {
            return false;
        }
        desk.inspections().enter(new Inspector(staff, qualifications, 0), serves, body, actor.name());
        return true;
    }

    boolean conflict(
            Actor actor, @Nullable String number, @Nullable String code, boolean stands, FormCheck check, Words words) {
        String staff = staff(number, check, words);
        Organisation party =
                desk.organisations().findByCode(TypedPlan.text(code).strip()).orElse(null);
        if (party == null) {
            check.wrong("code", words.say(InspectionText.FAULT_CODE, InspectionDesk.shortened(TypedPlan.text(code))));
        }
        String body = desk.body(actor).orElse(null);
        if (body == null) {
            check.wrong("number", words.say(InspectionText.FAULT_NO_BODY));
        }
        if (body == null || party == null || check.failed()) {
            return false;
        }
        if (!isKnown(body, staff, stands)) {
            check.wrong("number", words.say(InspectionText.FAULT_STAFF_UNKNOWN, staff));
            return false;
        }
        desk.inspections().conflict(staff, party.id(), stands, body, actor.name());
        return true;
    }

    /** A conflict of somebody who serves no longer can still be ended. */
    private boolean isKnown(String body, String staff, boolean stands) {
        return desk.inspections().inspectors(body).stream()
                        .anyMatch(one -> one.staffNumber().equals(staff))
                || (!stands
                        && desk.inspections().conflicts(body).values().stream()
                                .anyMatch(numbers -> numbers.contains(staff)));
    }

    /** Conflicts that stand (回避), by staff number. */
    private List<StaffPage.Conflict> conflicts(String body) {
        Map<Long, List<String>> standing = desk.inspections().conflicts(body);
        Map<Long, OrganisationLabel> labels = desk.organisations().labels(standing.keySet());
        List<StaffPage.Conflict> conflicts = new ArrayList<>();
        standing.forEach((id, numbers) -> {
            OrganisationLabel label = labels.get(id);
            numbers.forEach(number -> conflicts.add(new StaffPage.Conflict(
                    number, label == null ? null : label.code(), label == null ? "" : label.name())));
        });
        conflicts.sort(Comparator.comparing(StaffPage.Conflict::staffNumber).thenComparing(StaffPage.Conflict::name));
        return conflicts;
    }

    /** A number of the body's own: what could be an identity number or a phone is none. */
    private String staff(@Nullable String typed, FormCheck check, Words words) {
        String staff = TypedPlan.text(typed).strip();
        boolean personal = staff.matches("1\\d{10}|\\d{15}|\\d{17}[\\dXx]")
                || CodeReader.of(desk.policy().codes()).read(staff).verdict() == Verdict.VALID;
        if (personal || !staff.matches("[A-Za-z0-9-]{1,20}")) {
            check.wrong("number", words.say(InspectionText.FAULT_STAFF));
        }
        return staff;
    }
}
