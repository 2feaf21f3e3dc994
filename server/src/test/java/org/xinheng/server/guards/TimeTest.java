package org.xinheng.server.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Time is an argument: it comes from the one {@code Clock} bean, so that the demo's clock can be moved and days replayed. */
class TimeTest {

    private static final Pattern OF_THE_MACHINE = Pattern.compile(
            "\\b(Instant|LocalDate|LocalDateTime|OffsetDateTime|ZonedDateTime|LocalTime|Year|YearMonth)\\.now\\(\\)"
                    + "|\\bcurrentTimeMillis\\(|\\bnew Date\\(\\)|\\bClock\\.(system|tick)\\w*\\(|\\bnew GregorianCalendar\\(\\)");

    private static final Pattern OF_THE_DATABASE = Pattern.compile(
            "\\bnow\\s*\\(\\s*\\)|\\bcurrent_(date|time|timestamp)\\b|\\blocaltime(stamp)?\\b"
                    + "|\\b(clock|statement|transaction)_timestamp\\b|\\btimeofday\\b|'(now|today|tomorrow|yesterday)'",
            Pattern.CASE_INSENSITIVE);

    /** The client side of the command line waits by the machine's own clock, the tools have no server; the third makes the bean. */
    private static final Set<String> MAY_ASK_THE_MACHINE = Set.of(
            "packs/src/main/java/org/xinheng/packs/cli/Tools.java",
            "server/src/main/java/org/xinheng/server/cli/ApiClient.java",
            "server/src/main/java/org/xinheng/server/XinhengApplication.java");

    @Test
    void nobodyAsksTheMachineForTheTime() {
        var found = new ArrayList<String>();
        for (var file : SourceFile.main(".java", ".jte")) {
            if (!MAY_ASK_THE_MACHINE.contains(file.path())) {
                list(OF_THE_MACHINE, file.path(), file.path().endsWith(".java") ? file.code() : file.text(), found);
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void noStatementAsksTheDatabaseForTheTime() {
        var found = new ArrayList<String>();
        for (var file : SourceFile.main(".java")) {
            file.literals().forEach(literal -> list(OF_THE_DATABASE, file.path(), literal, found));
        }
        for (var file : SourceFile.main(".sql")) {
            list(OF_THE_DATABASE, file.path(), file.text().replaceAll("--[^\\n]*", ""), found);
        }
        assertThat(found).isEmpty();
    }

    @Test
    void theGuardItselfSeesWhatIsForbidden() {
        var found = new ArrayList<String>();
        var java = new SourceFile("X.java", """
                // Instant.now() in a comment is none
                var then = Instant.now();
                var days = "SELECT CURRENT_DATE - decided_on";
                """);
        list(OF_THE_MACHINE, "code", java.code(), found);
        java.literals().forEach(literal -> list(OF_THE_DATABASE, "literal", literal, found));
        assertThat(found).containsExactly("code: Instant.now()", "literal: CURRENT_DATE");
    }

    private static void list(Pattern forbidden, String where, String text, List<String> found) {
        forbidden.matcher(text).results().map(MatchResult::group).forEach(hit -> found.add(where + ": " + hit));
    }
}
