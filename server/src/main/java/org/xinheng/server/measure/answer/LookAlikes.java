package org.xinheng.server.measure.answer;

import java.util.Comparator;
import java.util.List;
import org.xinheng.core.code.CodeFinding;
import org.xinheng.core.code.CodeSlips;
import org.xinheng.core.policy.SubjectKind;
import org.xinheng.server.measure.sight.Sight;
import org.xinheng.server.organisation.Organisations;

/**
 * Organisations whose code is one slip away from one that nobody has: shown, never taken for the one asked for. Individual businesses bear
 * the names of people and are left out.
 */
public final class LookAlikes {

    private static final int MOST = 5;

    private final Organisations organisations;

    public LookAlikes(Organisations organisations) {
        this.organisations = organisations;
    }

    /** Somebody who may have been meant. */
    record LookAlike(String code, String name) {}

    /** None for a number that may be a person's: a receipt does not even keep the middle of it. */
    List<LookAlike> of(CodeFinding code, Sight sight) {
        String text = code.normalised();
        if (sight.subject() != null || !AskedCode.of(code, false).equals(text)) {
            return List.of();
        }
        List<String> slips = CodeSlips.of(text);
        if (slips.isEmpty()) {
            return List.of();
        }
        return organisations.subjects(slips).values().stream()
                .map(Organisations.Subject::id)
                .distinct()
                .flatMap(id -> organisations.find(id).stream())
                .filter(one -> SubjectKind.ofCategory(one.kind(), sight.policy().codes()) == SubjectKind.ORGANISATION)
                .filter(one -> one.code() != null)
                .map(one -> new LookAlike(String.valueOf(one.code()), one.name()))
                .sorted(Comparator.comparing(LookAlike::code))
                .limit(MOST)
                .toList();
    }
}
