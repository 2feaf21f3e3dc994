package org.xinheng.core.policy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an organisation may consent to (信用信息授权查询), and what is offered to those who keep their word (信易+ 应用场景).
 *
 * @param data categories that can be granted, by id
 * @param purposes that a reader may have, by id
 * @param readers admitted institutions (接入机构), by the id of their API client
 * @param scenes incentives that are offered, in the order of the pack
 */
public record ConsentRules(
        Map<String, Category> data, Map<String, Purpose> purposes, Map<String, Reader> readers, List<Scene> scenes) {

    public static final ConsentRules NONE = new ConsentRules(Map.of(), Map.of(), Map.of(), List.of());

    public ConsentRules {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
        purposes = Collections.unmodifiableMap(new LinkedHashMap<>(purposes));
        readers = Collections.unmodifiableMap(new LinkedHashMap<>(readers));
        scenes = List.copyOf(scenes);
    }

    public Optional<Purpose> purpose(String id) {
        return Optional.ofNullable(purposes.get(id));
    }

    public Optional<Reader> reader(String id) {
        return Optional.ofNullable(readers.get(id));
    }

    /** Record types of some categories, in the order of the pack; an unknown category has none. */
    public List<String> recordTypes(Iterable<String> categories) {
        List<String> types = new java.util.ArrayList<>();
        for (String id : categories) {
            Category category = data.get(id);
            if (category != null) {
                types.addAll(category.recordTypes());
            }
        }
        return types;
    }

    /** A category of data (授权内容). @param recordTypes ids; none for the registration alone */
    public record Category(Rule rule, String id, List<String> recordTypes) {
        public Category {
            recordTypes = List.copyOf(recordTypes);
        }
    }

    /**
     * What the data may be used for (授权用途).
     *
     * @param data categories that may be granted for it
     * @param longest longest life of a grant
     * @param most how often may be read at most
     */
    public record Purpose(Rule rule, String id, List<String> data, Period longest, Frequency most) {
        public Purpose {
            data = List.copyOf(data);
        }
    }

    /** @param purposes for which organisations may grant it something */
    public record Reader(Rule rule, String id, List<String> purposes) {
        public Reader {
            purposes = List.copyOf(purposes);
        }
    }

    /**
     * An incentive (应用场景): offered, never a condition of anything, and no restriction to those who do not get it.
     *
     * @param offeredBy who offers it
     * @param incentive what is offered
     * @param ground on what it rests: a record, a list or a consent, never a score
     */
    public record Scene(
            Rule rule, String id, Title offeredBy, Title incentive, Title ground, List<SubjectKind> subjects) {
        public Scene {
            subjects = List.copyOf(subjects);
        }
    }

    /** How often may be read: at most so many times in each span of the calendar (Asia/Shanghai). */
    public record Frequency(int reads, Per per) {

        /** First day of the span in which a day lies: reads since then count. */
        public LocalDate since(LocalDate day) {
            return switch (per) {
                case DAY -> day;
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTH -> day.withDayOfMonth(1);
            };
        }
    }

    /** Spans of the calendar; weeks begin on Monday. */
    public enum Per {
        DAY,
        WEEK,
        MONTH
    }
}
