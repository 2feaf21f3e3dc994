package org.xinheng.server.listing.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.core.code.CodeReader;
import org.xinheng.core.listing.Act;
import org.xinheng.core.listing.Agenda;
import org.xinheng.core.listing.Outcome;
import org.xinheng.core.listing.Reason;
import org.xinheng.core.listing.Stage;
import org.xinheng.core.policy.ListRule;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.record.FreeTextMasking;
import org.xinheng.packs.PackLoader;
import org.xinheng.packs.PackLoading;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.Words;
import tools.jackson.databind.json.JsonMapper;

/** Stages, acts and refusals have a sentence each in every language, and no sentence is left over. */
class ListingTextTest {

    private static final String TAG = "tag.";
    private static final Policy POLICY = policy();

    @ParameterizedTest
    @ValueSource(strings = {"/messages/listing-steps.properties", "/messages/listing-steps_en.properties"})
    void everyCodeHasItsSentence(String bundle) throws IOException {
        var codes = new TreeSet<String>();
        Stream.of(Stage.values()).forEach(stage -> codes.add("stage." + lower(stage)));
        Stream.of(Act.Kind.values()).forEach(act -> codes.add("act." + lower(act)));
        Stream.of(Agenda.Kind.values()).forEach(kind -> codes.add("warning." + lower(kind)));
        Stream.of(Reason.values()).forEach(reason -> codes.add("refusal." + lower(reason)));

        var sentences = new Properties();
        try (var file = new InputStreamReader(
                Objects.requireNonNull(getClass().getResourceAsStream(bundle)), StandardCharsets.UTF_8)) {
            sentences.load(file);
        }
        var keys = sentences.stringPropertyNames().stream()
                .filter(key -> !key.startsWith("field."))
                .filter(key -> !key.startsWith(TAG))
                .toList();

        assertThat(keys).containsExactlyInAnyOrderElementsOf(codes);
        assertThat(codes)
                .as("words of a watch tag stand in place of a list's")
                .containsAll(sentences.stringPropertyNames().stream()
                        .filter(key -> key.startsWith(TAG))
                        .map(key -> key.substring(TAG.length()))
                        .toList());
    }

    /** Nobody is taken off a public list by it, and none is left. */
    @ParameterizedTest
    @EnumSource(Stage.class)
    void noStageOfAWatchTagSpeaksOfAList(Stage stage) {
        assertThat(ListingText.of(stage, list(ListRule.Nature.WATCH), Words.in(Language.CHINESE)))
                .doesNotContain("列入", "移出", "名单");
        assertThat(ListingText.of(stage, list(ListRule.Nature.SEVERE), Words.in(Language.CHINESE)))
                .doesNotContain("重点关注");
    }

    /** That the pack has no such list is all that is known then. */
    @ParameterizedTest
    @EnumSource(value = Reason.class, mode = EnumSource.Mode.EXCLUDE, names = "NO_SUCH_LIST")
    void noRefusalOfAWatchTagSpeaksOfAList(Reason reason) {
        var refused = new Outcome.Refused(reason, Collections.nCopies(reason.facts(), "2026-06-10"), null);

        assertThat(ListingText.of(refused, list(ListRule.Nature.WATCH), POLICY, Words.in(Language.CHINESE)))
                .doesNotContain("列入", "移出", "名单");
        assertThat(ListingText.of(refused, list(ListRule.Nature.WATCH), POLICY, Words.in(Language.ENGLISH)))
                .doesNotContainPattern("(?i)\\blist(s|ed|ing)?\\b|removal");
        assertThat(ListingText.of(refused, list(ListRule.Nature.SEVERE), POLICY, Words.in(Language.CHINESE)))
                .doesNotContain("重点关注");
        assertThat(ListingText.of(refused, null, POLICY, Words.in(Language.CHINESE)))
                .isNotBlank();
    }

    @Test
    void whoNamesNoActOfAWatchTagIsOfferedItsOwn() {
        Words words = Words.in(Language.CHINESE);
        var of = new FormCheck(words, FreeTextMasking.of(CodeReader.of(POLICY.codes())));
        var typed = JsonMapper.shared().readValue("{\"act\":\"nothing\"}", TypedAct.class);

        assertThat(new ActReading(of, words, LocalDate.parse("2026-06-10")).read(typed, list(ListRule.Nature.WATCH)))
                .isNull();
        assertThat(of.faults().get("act")).contains("对重点关注提出异议", "撤销重点关注").doesNotContain("移出", "列入");
    }

    private static Policy policy() {
        try {
            return ((PackLoading.Loaded) PackLoader.load(Path.of("..", "policy-packs"), "demo-city")).policy();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ListRule list(ListRule.Nature nature) {
        return POLICY.instruments().lists().values().stream()
                .filter(list -> list.nature() == nature)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whyADecisionMakesNoRecordIsSaidInTheLanguageOfThePage() {
        String codes = "gate.list-term, number-taken, no-such-code, field.format";

        assertThat(ListingText.unfit(codes, Words.in(Language.CHINESE)))
                .contains("列入期限超过这一名单规定的最长期限", "文号已用于该主体的另一条信息", "不符合这类信息的填报要求")
                .doesNotContainPattern("[A-Za-z{]");
        assertThat(ListingText.unfit(codes, Words.in(Language.ENGLISH)))
                .contains("another record of the organisation")
                .doesNotContainPattern("[\\p{IsHan}{]");
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
