package org.xinheng.core.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A kind of document (文书) with the text that a place gives it.
 *
 * @param fields what the author of the document fills in, in their order
 * @param body paragraphs in Chinese; {@code {field}} stands for what was filled in
 */
public record DocumentTemplate(Rule rule, List<Field> fields, List<String> body) {

    /** What every document knows of itself: the addressee's name and code, the issuing authority, the case, the day. */
    public static final Set<String> GIVEN = Set.of("party", "code", "authority", "reference", "day");

    /** Documents that an act outside the cases serves by its name; all others are named by a step of a case or by a rule. */
    public static final Set<String> SERVED_BY_ACTS = Set.of(
            "listing.notice",
            "listing.hearing",
            "listing.decision",
            "listing.not-listed",
            "listing.dropped",
            "listing.removal",
            "listing.removal-refused",
            "listing.revoked",
            "watch.notice",
            "watch.set",
            "watch.lifted",
            "watch.kept",
            "watch.revoked",
            "commitment.papers-follow",
            "commitment.lapsed",
            "commitment.review",
            "commitment.breach-notice",
            "commitment.breach-decision",
            "record.withdrawn",
            "consent.grant");

    private static final Pattern PLACE = Pattern.compile("\\{([a-z0-9-]+)}");

    public DocumentTemplate {
        fields = List.copyOf(fields);
        body = List.copyOf(body);
    }

    /** @param required whether the document is void without it; a paragraph that names an absent field is left out */
    public record Field(String id, Title title, boolean required) {}

    public String id() {
        return rule.id().substring(rule.id().indexOf('.') + 1);
    }

    /** Names between braces in a paragraph, whether anybody knows them or not. */
    public static Set<String> places(String paragraph) {
        return PLACE.matcher(paragraph).results().map(place -> place.group(1)).collect(Collectors.toSet());
    }

    /**
     * The paragraphs of one document.
     *
     * @param filled values of fields; blank ones count as absent
     * @param given value for each of {@link #GIVEN}
     * @throws IllegalArgumentException when a required field is absent or a value belongs to no field
     */
    public List<String> paragraphs(Map<String, String> filled, Map<String, String> given) {
        Map<String, String> values = new HashMap<>(given);
        for (Field field : fields) {
            String value = filled.getOrDefault(field.id(), "").strip();
            if (value.isEmpty() && field.required()) {
                throw new IllegalArgumentException("document " + id() + " lacks " + field.id());
            }
            if (!value.isEmpty()) {
                values.put(field.id(), value);
            }
        }
        for (String name : filled.keySet()) {
            if (fields.stream().noneMatch(field -> field.id().equals(name))) {
                throw new IllegalArgumentException("document " + id() + " has no field " + name);
            }
        }
        List<String> paragraphs = new ArrayList<>();
        for (String paragraph : body) {
            if (values.keySet().containsAll(places(paragraph))) {
                paragraphs.add(PLACE.matcher(paragraph)
                        .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), ""))));
            }
        }
        return paragraphs;
    }
}
