package org.xinheng.server.evaluation.release;

import java.util.Map;

/**
 * What somebody typed into a page of notices, shown again with what was wrong. Each notice has fields of its own, so that a fault stands
 * beside the notice it is about.
 *
 * @param texts as typed, by field
 * @param faults what was unfit, by field
 */
public record Typing(Map<String, String> texts, Map<String, String> faults) {

    static final Typing NOTHING = new Typing(Map.of(), Map.of());

    static Typing faulty(String field, String text, String fault) {
        return new Typing(Map.of(field, text), Map.of(field, fault));
    }

    /** Field of the reasons of a decision. */
    public static String reasons(String notice) {
        return "reasons-" + notice;
    }

    static String reasons(long notice) {
        return reasons(Long.toString(notice));
    }

    /** Field of the organisation's answer. */
    public static String answer(String notice) {
        return "answer-" + notice;
    }

    static String answer(long notice) {
        return answer(Long.toString(notice));
    }

    public String text(String field) {
        return texts.getOrDefault(field, "");
    }
}
