package org.xinheng.server.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.intake.ServerOfSources.json;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.access.AccountsSetup;
import org.xinheng.server.access.Permission;
import org.xinheng.server.database.Database;
import org.xinheng.server.measure.replay.Replay;
import org.xinheng.server.measure.replay.Replay.Difference;
import org.xinheng.server.measure.replay.Replays;
import org.xinheng.server.policy.OfficeServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Receipts of a year in which records were corrected, repaired, withdrawn, marked and listed, organisations renamed and merged, and the
 * rules changed twice: each is worked out again to the letter. 10,000 of them with {@code -Dxinheng.long=true}; {@code -Dseed=} replays.
 */
class ReplayedYearTest {

    private static final int WEEKS = 52;
    private static final int RECEIPTS = Boolean.getBoolean("xinheng.long") ? 10_000 : 420;
    private static final String SECRET = "test-secret";

    @TempDir
    private Path folder;

    @Test
    void everyAnswerOfTheYearIsWorkedOutAgainAndAPlantedAlterationIsFound() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("seed " + seed);
        try (OfficeServer office = new OfficeServer(folder)) {
            office.start();
            CityYear year = new CityYear(office, seed);
            for (int week = 0; week < WEEKS; week++) {
                year.week(RECEIPTS / WEEKS);
                if (week == 17) {
                    year.changeRules("national/measures.yaml", "fine-from-yuan: 2000000", "fine-from-yuan: 100000");
                }
                if (week == 34) {
                    year.changeRules(
                            "national/measures.yaml", "kinds: [责令停产停业, 吊销许可证件]", "kinds: [责令停产停业, 吊销许可证件, 责令关闭]");
                }
            }
            year.week(RECEIPTS % WEEKS);

            List<Replay> unequal = unequal(office, year.receipts);

            System.out.println(year.receipts.size() + " receipts, " + year.done + ", " + outcomes(year));
            assertThat(unequal).isEmpty();
            assertThat(year.receipts).hasSizeGreaterThanOrEqualTo(RECEIPTS);
            assertThat(year.done)
                    .containsEntry("rules", 2)
                    .containsKeys(
                            "correction", "withdrawal", "repair", "restoration", "mark", "listing", "registration");
            assertThat(outcomes(year)).containsKeys("CLEAR", "HIT", "UNKNOWN", "STALE");
            assertThat(editions(year)).hasSize(3);

            plantedAlterationsAreFound(office, year);
            ordinaryClientsAreToldNoMore(office, year);
        }
    }

    private static List<Replay> unequal(OfficeServer office, List<Receipt> receipts) {
        Replays replays = office.bean(Replays.class);
        return receipts.stream()
                .map(receipt -> replays.replay(receipt.id()).orElseThrow())
                .filter(replay -> !replay.equal())
                .toList();
    }

    private static JsonNode answer(Receipt receipt) {
        return JsonMapper.shared().readTree(receipt.answer());
    }

    private static TreeMap<String, Integer> outcomes(CityYear year) {
        TreeMap<String, Integer> outcomes = new TreeMap<>();
        year.receipts.forEach(
                receipt -> outcomes.merge(answer(receipt).path("outcome").asString(), 1, Integer::sum));
        return outcomes;
    }

    private static Set<String> editions(CityYear year) {
        Set<String> editions = new TreeSet<>();
        year.receipts.forEach(
                receipt -> editions.add(answer(receipt).path("ruleVersion").asString()));
        return editions;
    }

    private static Receipt hit(CityYear year) {
        return year.receipts.stream()
                .filter(receipt -> answer(receipt).path("outcome").asString().equals("HIT"))
                .findFirst()
                .orElseThrow();
    }

    private static void plantedAlterationsAreFound(OfficeServer office, CityYear year) {
        Receipt hit = hit(year);
        String of = "organisation_id = " + hit.organisationId();
        String itself = "id = " + hit.id();
        String signed = "id = (SELECT batch_id FROM measure.receipt WHERE " + itself + ")";
        List<Planted> planted = List.of(
                new Planted("archive.version", "organisation_id, record_id, version_no", "severity", "NULL", of),
                new Planted("archive.version", "organisation_id, record_id, version_no", "payload", "NULL", of),
                new Planted("archive.act", "position", "activated_at", "activated_at - interval '2 days'", "kind < 2"),
                new Planted("organisation.name", "organisation_id, ordinal", "name", "name || '某'", of),
                new Planted("organisation.organisation", "id", "position", "9999", "id = " + hit.organisationId()),
                new Planted("measure.receipt", "id", "outcome", "'CLEAR'", itself),
                new Planted("measure.receipt", "id", "matter", "'tendering'", itself),
                new Planted("measure.receipt", "id", "actor", "'somebody'", itself),
                new Planted("measure.receipt", "id", "answer", "replace(answer, '公司', '公 司')", itself),
                new Planted("measure.receipt", "id", "archive_position", "archive_position - 1", itself),
                new Planted("measure.receipt_batch", "id", "signature", "decode(repeat('00', 64), 'hex')", signed));
        JdbcClient owner = JdbcClient.create(office.bean(Database.class).owner());
        for (Planted one : planted) {
            owner.sql("CREATE TABLE public.kept AS SELECT * FROM " + one.table())
                    .update();
            int changed = owner.sql("UPDATE " + one.table() + " SET " + one.column() + " = " + one.value() + " WHERE "
                            + one.where())
                    .update();

            List<Difference> found =
                    office.bean(Replays.class).replay(hit.id()).orElseThrow().differences();

            assertThat(changed).as(one.toString()).isPositive();
            assertThat(found).as(one.toString()).isNotEmpty();
            System.out.println(
                    one + " found at " + found.stream().map(Difference::at).toList());
            owner.sql("UPDATE " + one.table() + " t SET " + one.column() + " = k." + one.column()
                            + " FROM public.kept k WHERE (" + named("t", one.key()) + ") = (" + named("k", one.key())
                            + ")")
                    .update();
            owner.sql("DROP TABLE public.kept").update();
            assertThat(office.bean(Replays.class).replay(hit.id()).orElseThrow().differences())
                    .as("put back")
                    .isEmpty();
        }
    }

    /** An alteration behind the product's back. @param key by which it is put back */
    private record Planted(String table, String key, String column, String value, String where) {}

    private static String named(String table, String columns) {
        return table + "." + columns.replace(", ", ", " + table + ".");
    }

    private static void ordinaryClientsAreToldNoMore(OfficeServer office, CityYear year) throws Exception {
        AccountsSetup setup = office.bean(AccountsSetup.class);
        setup.client("approval", SECRET, Set.of(Permission.CHECK), null);
        setup.client("another", SECRET, Set.of(Permission.CHECK), null);
        setup.client("auditor", SECRET, Set.of(Permission.OVERSEE, Permission.COMPARE_RECEIPTS), null);
        Receipt hit = hit(year);
        String path = "/api/v1/checks/" + hit.id() + "/replay";

        assertThat(office.http().get(path, office.token("approval")).body())
                .isEqualTo("{\"receiptId\":\"" + hit.id() + "\",\"asOf\":\"" + hit.askedAt() + "\",\"equal\":true}");
        assertThat(office.http().get(path, office.token("another")).statusCode())
                .isEqualTo(404);
        assertThat(office.http().get(path, office.token("auditor")).statusCode())
                .isEqualTo(400);

        JdbcClient.create(office.bean(Database.class).owner())
                .sql("UPDATE archive.version SET severity = NULL WHERE organisation_id = :organisation")
                .param("organisation", hit.organisationId())
                .update();
        assertThat(office.http().get(path, office.token("approval")).body())
                .isEqualTo("{\"receiptId\":\"" + hit.id() + "\",\"asOf\":\"" + hit.askedAt() + "\",\"equal\":false}");
        JsonNode compared = json(office.http().get(path + "?purpose=audit", office.token("auditor")));
        assertThat(compared.path("differences").toString()).contains("severity");
        assertThat(new String(hit.answer(), StandardCharsets.UTF_8)).contains("severity");
    }
}
