package org.xinheng.core.policy;

import java.util.List;
import java.util.Optional;

/**
 * A record type of the catalogue (目录条目): the first two are 双公示 permits and penalties; Java knows no column of any.
 *
 * @param rule id such as {@code administrative-penalty}, title, days in force, basis
 * @param number small stable number stored with each version; never reused
 * @param nature what publication does to the subject
 * @param target where accepted rows go
 * @param openness who may see the record
 * @param subjects whom records of this type may concern
 * @param chapter id of the chapter of the organisation page and report
 * @param key roles that make the natural key together with the organisation
 * @param excludedSubjects values of the subject-category field that are out of scope (natural persons)
 * @param layouts generations of the file layout, newest first
 * @param feedCycle deadline id: a source with neither delivery nor 零报告 within it is stale
 */
public record RecordType(
        Rule rule,
        int number,
        Nature nature,
        Target target,
        Openness openness,
        List<SubjectKind> subjects,
        String chapter,
        List<Field> fields,
        List<Field.Role> key,
        List<String> excludedSubjects,
        List<Layout> layouts,
        String feedCycle) {

    public RecordType {
        subjects = List.copyOf(subjects);
        fields = List.copyOf(fields);
        key = List.copyOf(key);
        excludedSubjects = List.copyOf(excludedSubjects);
        layouts = List.copyOf(layouts);
    }

    public String id() {
        return rule.id();
    }

    public Title title() {
        return rule.title();
    }

    /** Whether a record weighs on its subject; adverse ones pass the publish gate's strict side. */
    public enum Nature {
        NEUTRAL,
        ADVERSE,
        FAVOURABLE
    }

    /** Accepted rows become record versions, or entries of the register of organisations. */
    public enum Target {
        ARCHIVE,
        REGISTER
    }

    /** 社会公开 · 政务共享 · 授权查询. */
    public enum Openness {
        PUBLIC,
        SHARED,
        AUTHORISED
    }

    public Optional<Field> field(Field.Role role) {
        return fields.stream().filter(f -> f.role() == role).findFirst();
    }

    public Optional<Field> field(String name) {
        return fields.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    /** Position of a field in {@link #fields()}, or -1: values of a row travel as an array in this order. */
    public int indexOf(Field.Role role) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).role() == role) {
                return i;
            }
        }
        return -1;
    }
}
