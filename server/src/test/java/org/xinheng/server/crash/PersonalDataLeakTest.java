package org.xinheng.server.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.database.ServerFolder;
import org.xinheng.server.intake.PenaltyFile;

/**
 * Law 1: what a file says of persons is nowhere afterwards. Files full of planted names and numbers are delivered, with kills
 * of the server and of PostgreSQL in between; then every byte below the data folder is read: PostgreSQL's files with its
 * write-ahead log, logs, staged files, and what the JVM put into its folder for temporary files.
 */
class PersonalDataLeakTest {

    private static final Charset GB18030 = Charset.forName("GB18030");

    /** Legitimate, in every row: whoever searches must be able to find it. */
    private static final String PUBLIC = PenaltyFile.name(4_711);

    private final Policy policy = DemoPolicy.POLICY;
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private final Path folder = ServerFolder.empty("leak");
    private final WatchedPostgres postgres = new WatchedPostgres(folder);
    private final Plants plants = new Plants();

    private ServerProcess server = start();

    private ServerProcess start() {
        try {
            return ServerProcess.start(folder);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void nothingThatAFileSaysOfPersonsIsKeptAnywhere() throws Exception {
        try {
            server.awaitReady();
            DepartmentClient.enter(postgres.sql(), "market");
            killedWhileReceiving();
            killedWhileComingIntoForce();
            postgresKilledWhileLoading();
            killedWhileReceivingAWorkbook();
            killedWhileReceivingAForm();
            everyOtherType();
            filesThatAreRefused();
            nothingIsFoundInTables();
            server.stop();
            assertThat(everywhere(plants.search())).isEmpty();
            assertThat(plants.size()).isGreaterThan(500);
            assertThat(everywhere(ByteSearch.of(PUBLIC, StandardCharsets.UTF_8)))
                    .as("the search itself")
                    .anyMatch(place -> place.contains("/base/"))
                    .anyMatch(place -> place.contains("/pg_wal/"));
        } finally {
            server.close();
        }
    }

    private PlantedFile penalties(String label) {
        var row = PenaltyFile.row(4_711, "");
        var market = policy.authority("market").orElseThrow();
        row.put("CF_JDRQ", today.minusDays(30).toString());
        row.put("CF_YXQ", today.plusDays(300).toString());
        row.put("CF_FRDB", "");
        row.put("CF_CFJG", market.name().zh());
        row.put("CF_CFJGDM", market.code());
        row.put("CF_SJLY", market.name().zh());
        row.put("CF_SJLYDM", market.code());
        return new PlantedFile(policy.recordType("administrative-penalty").orElseThrow(), plants, row, label);
    }

    private DepartmentClient client(String type) throws IOException, InterruptedException {
        var client = new DepartmentClient(type);
        client.goTo(server.awaitReady());
        client.signIn();
        return client;
    }

    /** Half of a file lies on the disk, sealed; not even what is public can be read there. */
    private void killedWhileReceiving() throws Exception {
        var file = new GatedFile(penalties("上传").csv(StandardCharsets.UTF_8));
        var answer = client("administrative-penalty").upload("upload", file);
        file.letThrough(file.size() - 100);
        Await.until("sealed rows", this::rowsAreBeingStaged);
        assertThat(everywhere(plants.search())).isEmpty();
        assertThat(ByteSearch.of(PUBLIC, StandardCharsets.UTF_8).below(folder.resolve("staging")))
                .isEmpty();
        assertThat(answer).isNotDone();
        server.kill();
        file.cut();
        assertThat(everywhere(plants.search())).isEmpty();
        server = start();
    }

    private boolean rowsAreBeingStaged() throws IOException {
        try (var files = Files.walk(folder.resolve("staging"))) {
            for (var file : files.toList()) {
                if (file.endsWith("rows.unfinished") && Files.size(file) > 0) {
                    return true;
                }
            }
            return false;
        }
    }

    private void killedWhileComingIntoForce() throws Exception {
        var file = penalties("生效").csv(StandardCharsets.UTF_8);
        var client = client("administrative-penalty");
        try (var lock = postgres.open();
                var statement = lock.createStatement()) {
            lock.setAutoCommit(false);
            statement.execute("LOCK TABLE archive.act IN SHARE MODE");
            client.send("in-force", file);
            Await.until(
                    "a delivery that waits for the lock",
                    () -> postgres.sql()
                                    .sql("SELECT count(*) FROM pg_locks WHERE NOT granted")
                                    .query(Integer.class)
                                    .single()
                            > 0);
            server.kill();
        }
        assertThat(everywhere(plants.search())).isEmpty();
        server = start();
        var again = client("administrative-penalty");
        again.awaitEnd(again.send("in-force", file));
        nothingIsFoundInTheErrorFile(again, again.send("in-force", file));
    }

    private void postgresKilledWhileLoading() throws Exception {
        var file = penalties("装载").csv(GB18030);
        var client = client("administrative-penalty");
        var id = client.send("loading", file);
        Thread.sleep(50);
        postgres.kill();
        client.awaitEnd(id);
    }

    /** A workbook is a zip: some of its parts must lie on the disk before the rows can be read. */
    private void killedWhileReceivingAWorkbook() throws Exception {
        var workbook = workbook(penalties("工作簿"));
        var client = client("administrative-penalty");
        killedMeanwhile(workbook, file -> client.upload("workbook", file));
        var again = client("administrative-penalty");
        var id = again.send("workbook", workbook);
        assertThat(again.awaitEnd(id).path("state").asString()).isEqualTo("CLOSED");
        nothingIsFoundInTheErrorFile(again, id);
    }

    /** The server must not put the parts of a form into files of its own. */
    private void killedWhileReceivingAForm() throws Exception {
        var file = together(
                penalties("表单一").csv(StandardCharsets.UTF_8), penalties("表单二").csv(GB18030));
        var client = client("administrative-penalty");
        killedMeanwhile(client.form("penalties.csv", file), client::uploadForm);
    }

    private void killedMeanwhile(byte[] content, Function<GatedFile, Future<?>> upload) throws Exception {
        var file = new GatedFile(content);
        var answer = upload.apply(file);
        file.letThrough(file.size() - 100);
        Await.until("a file that is nearly here", () -> file.sent() == file.size() - 100);
        Thread.sleep(300);
        assertThat(answer).isNotDone();
        assertThat(everywhere(plants.search())).isEmpty();
        server.kill();
        file.cut();
        assertThat(everywhere(plants.search())).isEmpty();
        server = start();
    }

    private static byte[] workbook(PlantedFile file) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            var sheet = workbook.newWorksheet("处罚");
            var rows = file.cells();
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    if (!rows.get(row).get(column).isEmpty()) {
                        sheet.value(row, column, rows.get(row).get(column));
                    }
                }
            }
        }
        return bytes.toByteArray();
    }

    private void everyOtherType() throws Exception {
        for (var type : policy.recordTypes().values()) {
            if (!type.id().equals("administrative-penalty")) {
                var file = new PlantedFile(type, plants, Map.of(), "其他");
                var client = client(type.id());
                var id = client.send(type.id(), file.csv(StandardCharsets.UTF_8));
                var delivery = client.awaitEnd(id);
                assertThat(delivery.path("state").asString()).as("%s", delivery).isEqualTo("CLOSED");
                assertThat(delivery.path("counts").path("received").asInt()).isEqualTo(file.size());
                nothingIsFoundInTheErrorFile(client, id);
            }
        }
    }

    /** Why a file is refused is told without telling what is in it. */
    private void filesThatAreRefused() throws Exception {
        var client = client("administrative-penalty");
        var files = new ArrayList<byte[]>();
        files.add(penalties("无表头").csvWithoutHeader(StandardCharsets.UTF_8));
        files.add(withHeader(penalties("多列"), plants.identityNumber("an unknown column's name")));
        var open = penalties("引号").csv(StandardCharsets.UTF_8);
        files.add(together(open, "\"never closed".getBytes(StandardCharsets.UTF_8)));
        files.add(together(open, penalties("编码").csv(GB18030)));
        files.add(penalties("宽字符").csv(StandardCharsets.UTF_16LE));
        for (int i = 0; i < files.size(); i++) {
            var delivery = client.awaitEnd(client.send("refused-" + i, files.get(i)));
            assertThat(delivery.path("state").asString()).as("%s", delivery).isEqualTo("REJECTED");
            assertThat(plants.search().in(bytes(delivery.toString()), bytes(delivery.toString()).length))
                    .as("%s", delivery)
                    .isEmpty();
        }
    }

    private static byte[] withHeader(PlantedFile file, String column) {
        var text = new String(file.csv(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return bytes('"' + column + "\"," + text.replace("\n", "\n\"\","));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] together(byte[] one, byte[] other) {
        var both = new ByteArrayOutputStream();
        both.writeBytes(one);
        both.writeBytes(other);
        return both.toByteArray();
    }

    private void nothingIsFoundInTheErrorFile(DepartmentClient client, String id) throws Exception {
        var content = client.errorFile(id);
        assertThat(plants.search().in(content, content.length)).isEmpty();
        assertThat(ByteSearch.of("CF_XDR_MC", StandardCharsets.UTF_8)
                                .in(content, content.length)
                                .size()
                        + content.length)
                .as("the error file")
                .isGreaterThan(1000);
    }

    private void nothingIsFoundInTables() throws IOException {
        var tables = new TableSearch(postgres.sql());
        assertThat(tables.find(plants.search())).isEmpty();
        assertThat(tables.find(ByteSearch.of(PUBLIC, StandardCharsets.UTF_8)))
                .as("the search itself, in plain and in compressed columns")
                .anyMatch(place -> place.startsWith("archive.version.payload"))
                .anyMatch(place -> place.startsWith("intake.receipts.details"));
    }

    private List<String> everywhere(ByteSearch search) throws IOException {
        var found = new ArrayList<>(search.below(folder));
        found.addAll(search.below(ServerProcess.temporaryOf(folder)));
        found.addAll(search.below(ServerProcess.outputsOf(folder)));
        return found;
    }
}
