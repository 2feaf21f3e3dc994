package org.xinheng.server.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Surefire runs classes whose name ends in Test or Tests and is silent about all others. */
class TestNamesTest {

    private static final Pattern HAS_TESTS =
            Pattern.compile("@(Test|ParameterizedTest|RepeatedTest|TestFactory|TestTemplate|ArchTest)\\b");
    private static final Pattern CONTRACT = Pattern.compile("\\b(abstract class|interface) (\\w+)");
    private static final Pattern OLD_NAME = Pattern.compile("\\bvoid (test|should)[A-Z_]\\w*\\(");

    @Test
    void everyClassWithTestsIsRun() {
        var tests = SourceFile.tests();
        assertThat(tests.stream()
                        .filter(file -> HAS_TESTS.matcher(file.code()).find())
                        .filter(file -> !isRun(file) && !isKeptContract(file, tests)))
                .extracting(SourceFile::path)
                .isEmpty();
        assertThat(tests.stream().filter(TestNamesTest::isRun)).hasSizeGreaterThan(40);
    }

    @Test
    void namesOfTestsAreFacts() {
        assertThat(SourceFile.tests().stream()
                        .filter(file -> OLD_NAME.matcher(file.code()).find()))
                .extracting(SourceFile::path)
                .isEmpty();
    }

    private static boolean isRun(SourceFile file) {
        return file.path().endsWith("Test.java") || file.path().endsWith("Tests.java");
    }

    /** A contract has tests of its own and is run by those who keep it. */
    private static boolean isKeptContract(SourceFile file, java.util.List<SourceFile> tests) {
        var contract = CONTRACT.matcher(file.code());
        if (!contract.find()) {
            return false;
        }
        var kept = Pattern.compile("\\b(extends|implements)\\b[^{]*\\b" + contract.group(2) + "\\b");
        return tests.stream()
                .anyMatch(test -> isRun(test) && kept.matcher(test.code()).find());
    }
}
