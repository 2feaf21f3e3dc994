package org.xinheng.server.measure.answer;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.xinheng.core.code.CodeSlips;
import org.xinheng.core.policy.SubjectKind;
import org.xinheng.server.measure.Question;
import org.xinheng.server.measure.sight.Sight;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.organisation.Organisations.OrganisationHit;

/**
 * Organisations whose code is one slip away from one that nobody has, or whose name is the one that was given with it: shown, never taken
 * for the one asked for. Individual businesses bear the names of people and are left out.
 */
public final class LookAlikes {

    private static final int MOST = 5;
    /** Hits looked through, for those left out stand among them. */
    private static final int SEARCHED = 20;

    private final Organisations organisations;

    public LookAlikes(Organisations organisations) {
        this.organisations = organisations;
    }

    /** Somebody who may have been meant. */
    record LookAlike(String code, String name) {}

    /**
     * By code before by name. None for a number that may be a person's: a receipt does not even keep the middle of it.
     *
     * @throws org.springframework.dao.DataAccessException when they cannot be looked for: then there is no answer either
     */
    List<LookAlike> of(Question question, Sight sight) {
        String text = question.code().normalised();
        if (sight.subject() != null || !AskedCode.of(question.code(), false).equals(text)) {
            return List.of();
        }
        return Stream.concat(byCode(text, sight), byName(question.name(), sight))
                .distinct()
                .limit(MOST)
                .toList();
    }

    private Stream<LookAlike> byCode(String text, Sight sight) {
        List<String> slips = CodeSlips.of(text);
        if (slips.isEmpty()) {
            return Stream.empty();
        }
        return shown(organisations.subjects(slips).values().stream().map(Organisations.Subject::id), sight)
                .sorted(Comparator.comparing(LookAlike::code));
    }

    /** Those of whom the search finds most; among many of one name the right one is for a person to find. */
    private Stream<LookAlike> byName(String name, Sight sight) {
        if (name.isBlank()) {
            return Stream.empty();
        }
        return shown(organisations.search(name, SEARCHED).stream().map(OrganisationHit::id), sight);
    }

    private Stream<LookAlike> shown(Stream<Long> ids, Sight sight) {
        return ids.distinct()
                .flatMap(id -> organisations.find(id).stream())
                .filter(one -> SubjectKind.ofCategory(one.kind(), sight.policy().codes()) == SubjectKind.ORGANISATION)
                .filter(one -> one.code() != null)
                .map(one -> new LookAlike(String.valueOf(one.code()), one.name()));
    }
}
