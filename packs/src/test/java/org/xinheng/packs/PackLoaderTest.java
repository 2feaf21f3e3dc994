package org.xinheng.packs;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.xinheng.core.policy.DeadlineRule;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.GateRules;
import org.xinheng.core.policy.Layout;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;

class PackLoaderTest {

    static final Path PACKS = Project.home().resolve("policy-packs");

    static Policy load(Path packs, String name) throws IOException {
        return switch (PackLoader.load(packs, name)) {
            case PackLoading.Loaded loaded -> loaded.policy();
            case PackLoading.Faulty faulty ->
                throw new AssertionError(faulty.faults().stream()
                        .map(fault -> fault.sentence(Locale.ENGLISH))
                        .collect(Collectors.joining("\n", "\n", "")));
        };
    }

    @Test
    void loadsTheNationalPack() throws IOException {
        Policy national = load(PACKS, "national");

        assertThat(national.recordTypes().keySet())
                .startsWith("administrative-permit", "administrative-penalty", "organisation-register");
        assertThat(national.version()).matches("[0-9a-f]{64}");
        assertThat(national.deadline("withdrawal", LocalDate.of(2026, 1, 1)))
                .extracting(DeadlineRule::days, DeadlineRule::unit)
                .containsExactly(3, DeadlineRule.Unit.WORKING_DAYS);
        assertThat(national.calendar().dateAfter(LocalDate.of(2026, 2, 12), 7)).isEqualTo("2026-02-28");
        assertThat(national.codes().prefixes()).containsKey("91");
        assertThat(national.codes().regions()).contains("511000");
        assertThat(national.rules()).allSatisfy(rule -> {
            assertThat(rule.basis().document()).isNotBlank();
            assertThat(rule.place()).startsWith("national/").matches(".*:\\d+");
        });
    }

    @Test
    void hasTheOfficialNumberOfColumns() throws IOException {
        Policy national = load(PACKS, "national");

        assertThat(officialColumns(national, "administrative-permit")).isEqualTo(27);
        assertThat(officialColumns(national, "administrative-penalty")).isEqualTo(29);
    }

    /** Row 12 of the official tables holds two columns about natural persons and counts once; optional ones of our own do not. */
    private static long officialColumns(Policy policy, String type) {
        var fields = policy.recordType(type).orElseThrow().fields();
        long named = fields.stream()
                .filter(field -> !field.optional())
                .filter(field -> field.privacy() != Field.Privacy.PERSON_MARK)
                .count();
        long representative = fields.stream()
                .filter(field -> field.optional() && field.privacy() == Field.Privacy.DROPPED)
                .count();
        boolean personsRow = fields.stream().anyMatch(field -> field.privacy() == Field.Privacy.PERSON_MARK);
        return named + representative + (personsRow ? 1 : 0);
    }

    @Test
    void keepsTheWindowsOfBothOrdersApart() throws IOException {
        GateRules gate = requireNonNull(load(PACKS, "national").gates().get("administrative-penalty"));

        assertThat(gate.windows().on(LocalDate.of(2026, 3, 31)))
                .get()
                .extracting(
                        table -> requireNonNull(table.byClass().get("general")).longest())
                .isEqualTo(Period.ofYears(3));
        assertThat(gate.windows().on(LocalDate.of(2026, 4, 1)))
                .get()
                .extracting(
                        table -> requireNonNull(table.byClass().get("general")).longest())
                .isEqualTo(Period.ofYears(1));
    }

    @Test
    void exchangesTheOlderCodesBetweenTheLayouts() throws IOException {
        RecordType permit =
                load(PACKS, "national").recordType("administrative-permit").orElseThrow();
        Layout newer = permit.layouts().get(0);
        Layout older = permit.layouts().get(1);

        assertThat(newer.columns()).containsEntry("行政相对人代码_2", "XK_XDR_GSZC").containsEntry("行政相对人代码_3", "XK_XDR_ZZJG");
        assertThat(older.columns()).containsEntry("行政相对人代码_2", "XK_XDR_ZZJG").containsEntry("行政相对人代码_3", "XK_XDR_GSZC");
        assertThat(requireNonNull(older.valueMaps().get("XK_ZT")).values())
                .containsEntry("1", "2")
                .containsEntry("0", "1");
    }
}
