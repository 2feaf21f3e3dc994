package org.xinheng.packs;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xinheng.core.policy.Bulletin;
import org.xinheng.core.policy.Bulletin.Level;
import org.xinheng.core.policy.Bulletin.Place;
import org.xinheng.core.policy.CodeList;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.policy.Rule;

/** Whether a monthly report can be drawn up as its rule says: known bodies, types and kinds, levels for everybody, every field filled. */
final class BulletinCheck extends RuleCheck {

    /** What the platform knows to write into the record of a report. */
    private static final Set<Field.Role> FILLED = EnumSet.of(
            Field.Role.SUBJECT_NAME,
            Field.Role.SUBJECT_CODE,
            Field.Role.DOCUMENT_NUMBER,
            Field.Role.DOCUMENT_TITLE,
            Field.Role.KIND,
            Field.Role.CONTENT,
            Field.Role.DECIDED_ON,
            Field.Role.AUTHORITY_NAME,
            Field.Role.AUTHORITY_CODE,
            Field.Role.SOURCE_NAME,
            Field.Role.SOURCE_CODE);

    private static final Set<Place> UNIQUE = EnumSet.of(Place.YEAR, Place.MONTH, Place.COUNT);
    private static final Set<String> PLACES =
            Stream.of(Place.values()).map(Place::word).collect(Collectors.toUnmodifiableSet());

    BulletinCheck(Policy policy, Reading reading) {
        super(policy, reading);
    }

    void check(Bulletin bulletin) {
        Rule rule = bulletin.rule();
        Bulletin.Form form = bulletin.form();
        if (policy.authority(bulletin.speaker()).isEmpty()) {
            fault(rule, "reference.dangling", bulletin.speaker(), "authorities");
        }
        Stream.concat(Stream.of(form.recordType()), bulletin.counting().recordTypes().stream())
                .filter(type -> policy.recordType(type).isEmpty())
                .forEach(type -> fault(rule, "reference.dangling", type, "catalogue"));
        policy.recordType(form.recordType()).ifPresent(type -> checkRecord(bulletin, type));
        checkLevels(rule, bulletin.levels());
        for (String text : List.of(form.number(), form.period(), form.content())) {
            Bulletin.places(text).stream()
                    .filter(place -> !PLACES.contains(place))
                    .forEach(place -> fault(rule, "bulletin.place", place));
        }
        policy.instruments().monitoring().bulletins().stream()
                .filter(other -> !other.rule().id().equals(rule.id())
                        && other.speaker().equals(bulletin.speaker())
                        && other.form().number().equals(form.number()))
                .forEach(other -> fault(
                        rule,
                        "bulletin.number-shared",
                        form.number(),
                        other.rule().id()));
        Set<String> numbered = Bulletin.places(form.number());
        UNIQUE.stream()
                .map(Place::word)
                .filter(place -> !numbered.contains(place))
                .forEach(place -> fault(rule, "bulletin.number", form.number(), place));
    }

    private void checkRecord(Bulletin bulletin, RecordType type) {
        Rule rule = bulletin.rule();
        List<String> shares = List.of(bulletin.form().onTime(), bulletin.form().wellFormed());
        for (String share : shares) {
            if (type.fields().stream()
                    .noneMatch(field -> field.name().equals(share) && field.type() == Field.FieldType.INTEGER)) {
                fault(rule, "reference.dangling", share, "fields");
            }
        }
        type.fields().stream()
                .filter(field -> field.requirement() instanceof Field.Requirement.Always)
                .filter(field -> !FILLED.contains(field.role()) && !shares.contains(field.name()))
                .forEach(field -> fault(rule, "bulletin.unfilled", field.name(), type.id()));
        type.field(Field.Role.KIND).map(Field::codeList).ifPresent(id -> {
            CodeList list = policy.codeLists().get(id);
            bulletin.levels().stream()
                    .map(Level::kind)
                    .filter(kind -> list != null && !list.values().containsKey(kind))
                    .forEach(kind -> fault(rule, "reference.dangling", kind, "codelists/" + id));
        });
    }

    private void checkLevels(Rule rule, List<Level> levels) {
        List<Level> all = new ArrayList<>(levels);
        Level last = all.isEmpty() ? null : all.getLast();
        if (last == null || last.onTime() > 0 || last.wellFormed() > 0) {
            fault(rule, "bulletin.levels", last == null ? "" : last.kind());
        }
        for (int i = 1; i < all.size(); i++) {
            if (all.get(i).onTime() > all.get(i - 1).onTime()
                    || all.get(i).wellFormed() > all.get(i - 1).wellFormed()) {
                fault(rule, "bulletin.levels", all.get(i).kind());
            }
        }
    }
}
