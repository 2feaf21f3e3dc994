package org.xinheng.server.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Chinese in Java is either a sentence, which belongs into a bundle, or a name of an office or a place, which belongs into
 * a pack. What is neither stands here with its reason; single characters
 * are punctuation.
 */
class WordsInCodeTest {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern OFFICE_OR_PLACE =
            Pattern.compile("(市|县|州|旗)人民政府|信用办|信用中心|[^\\p{Punct}某]{2,}(委员会|管理局|监管局|税务局|法院|检察院)"
                    + "|北京|上海|天津|重庆|广东|浙江|江苏|山东|深圳|广州|杭州|示例市");
    private static final Pattern DIVISION_CODE =
            Pattern.compile("\\b(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5])\\d{4}\\b");

    private static final String CORE = "core/src/main/java/org/xinheng/core/record/";
    private static final String SERVER = "server/src/main/java/org/xinheng/server/";

    /** File and reason. */
    private static final Map<String, String> HAVE_WORDS = Map.ofEntries(
            Map.entry(CORE + "AmountText.java", "units in which amounts are written"),
            Map.entry(CORE + "DateForm.java", "how clerks write: without end"),
            Map.entry(CORE + "HomeAddress.java", "grammar of a home address, to mask it"),
            Map.entry(CORE + "PersonNames.java", "words beside which a person's name stands, to flag it"),
            Map.entry(CORE + "PersonTest.java", "what clerks write into a cell that has to stay blank"),
            Map.entry(
                    CORE + "PersonalNumbers.java", "words beside which a telephone or card number stands, to mask it"),
            Map.entry(CORE + "VehiclePlate.java", "the characters with which plates begin, to mask them"),
            Map.entry(
                    "packs/src/main/java/org/xinheng/packs/RestraintCheck.java",
                    "a kind of paper that is no legal basis, to refuse it"),
            Map.entry(SERVER + "web/Formats.java", "how days and amounts are written for readers"));

    @Test
    void whoeverHasChineseWordsHasAReason() {
        var found = SourceFile.main(".java").stream()
                .filter(file -> !file.isBelow("testkit/"))
                .filter(file -> file.literals().stream()
                        .anyMatch(literal -> HAN.matcher(literal).find()))
                .map(SourceFile::path)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(found).isSubsetOf(HAVE_WORDS.keySet());
        assertThat(HAVE_WORDS.keySet()).as("reasons that nobody needs").isSubsetOf(found);
    }

    @Test
    void noOfficeAndNoPlaceStandsInCode() {
        assertThat(SourceFile.main(".java", ".jte").stream()
                        .filter(file -> !file.isBelow("testkit/"))
                        .flatMap(file -> file.literals().stream()
                                .filter(literal -> OFFICE_OR_PLACE
                                                .matcher(literal)
                                                .find()
                                        || DIVISION_CODE.matcher(literal).find())
                                .map(literal -> file.path() + ": " + literal)))
                .isEmpty();
    }

    @Test
    void noTemplateHasSentencesOfItsOwn() {
        assertThat(SourceFile.main(".jte"))
                .hasSizeGreaterThan(10)
                .allSatisfy(file -> assertThat(HAN.matcher(file.text()).find())
                        .as(file.path())
                        .isFalse());
    }
}
