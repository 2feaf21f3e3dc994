package org.xinheng.server.consent.desk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.consent.Grant;
import org.xinheng.core.policy.ConsentRules;
import org.xinheng.core.policy.ConsentRules.Category;
import org.xinheng.core.policy.DocumentTemplate;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.web.Formats;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.Words;

/** The text that is signed (授权书正文), from the pack's template; a document has one language, Chinese. */
final class Wording {

    private static final String TEMPLATE = "consent.grant";
    private static final Words WORDS = Words.in(Language.CHINESE);
    private static final Formats FORMATS = new Formats(Language.CHINESE);

    private Wording() {}

    /** @throws IllegalStateException when the pack has no template for it: then nothing can be signed here */
    static String of(Grant grant, Organisation party, Policy policy, LocalDate today) {
        DocumentTemplate template = policy.instruments()
                .document(TEMPLATE)
                .orElseThrow(() -> new IllegalStateException("no document " + TEMPLATE + " in the pack"));
        ConsentRules rules = policy.instruments().consent();
        String code = party.code();
        List<String> paragraphs = template.paragraphs(
                Map.of(
                        "reader", reader(rules, grant.reader()),
                        "purpose", purpose(rules, grant.purpose()),
                        "data", data(policy, grant.data()),
                        "decided", span(grant.decided().first(), grant.decided().last()),
                        "frequency", frequency(grant),
                        "life", span(grant.life().first(), grant.life().last())),
                Map.of(
                        "party",
                        party.name(),
                        "code",
                        code == null ? "" : code,
                        "authority",
                        policy.place().leadAuthority().zh(),
                        "reference",
                        "",
                        "day",
                        FORMATS.day(today)));
        return String.join("\n", paragraphs);
    }

    private static String reader(ConsentRules rules, String id) {
        return rules.reader(id).map(one -> one.rule().title().zh()).orElse(id);
    }

    private static String purpose(ConsentRules rules, String id) {
        return rules.purpose(id).map(one -> one.rule().title().zh()).orElse(id);
    }

    /** In the order of the pack, so that the same grant always reads the same; each with the record types that it holds today. */
    private static String data(Policy policy, Collection<String> ids) {
        return policy.instruments().consent().data().values().stream()
                .filter(category -> ids.contains(category.id()))
                .map(category -> category.rule().title().zh() + types(policy, category))
                .collect(Collectors.joining("、"));
    }

    private static String types(Policy policy, Category category) {
        return category.recordTypes().isEmpty()
                ? ""
                : category.recordTypes().stream()
                        .map(type -> policy.recordType(type)
                                .map(one -> one.title().zh())
                                .orElse(type))
                        .collect(Collectors.joining("、", "（", "）"));
    }

    private static String span(LocalDate first, @Nullable LocalDate last) {
        return last == null
                ? WORDS.say(ConsentText.SPAN_OPEN, FORMATS.day(first))
                : WORDS.say(ConsentText.SPAN, FORMATS.day(first), FORMATS.day(last));
    }

    private static String frequency(Grant grant) {
        return WORDS.say(
                ConsentText.of(grant.frequency().per()), grant.frequency().reads());
    }

    static byte[] sha256(String wording) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(wording.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String hex(String wording) {
        return HexFormat.of().formatHex(sha256(wording));
    }
}
