package org.xinheng.server.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.client.Answer;
import org.xinheng.client.CheckQuestion;
import org.xinheng.client.CheckResult;
import org.xinheng.client.ReceiptKeys;
import org.xinheng.client.XinhengClient;
import org.xinheng.core.receipt.ReceiptVerifier;
import org.xinheng.server.access.Permission;
import org.xinheng.server.intake.PenaltyFile;
import org.xinheng.server.intake.RecordsServer;
import org.xinheng.server.seal.Algorithm;
import org.xinheng.server.seal.SigningKey;
import tools.jackson.databind.json.JsonMapper;

/** The example of an approval system, run as a program of its own against the running server. */
class ApprovalSystemTest extends RecordsServer {

    private static final String ID = "approval-system";
    private static final String SECRET = "test-secret";

    @TempDir
    private Path strange;

    @BeforeEach
    void somethingIsKnown() throws Exception {
        var office = new CheckingOffice(port, setup, inForce.policy());
        office.everybodyReportsZero();
        office.deliver(base, "罚款", "5", "2026-06-05");
        office.deliver(base + 1, "吊销许可证件;罚款", "300", "2026-06-05");
        setup.client(ID, SECRET, Set.of(Permission.CHECK), null);
    }

    private String run(String code, String matter, String secret)
            throws IOException, InterruptedException, URISyntaxException {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dfile.encoding=UTF-8",
                        "-Dstdout.encoding=UTF-8",
                        "-cp",
                        folderOf(XinhengClient.class) + File.pathSeparator + folderOf(ReceiptVerifier.class),
                        Path.of(System.getProperty("xinheng.home"), "client", "examples", "ApprovalSystem.java")
                                .toString(),
                        "http://localhost:" + port,
                        ID,
                        secret,
                        code,
                        matter)
                .redirectErrorStream(true)
                .start();
        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(program.waitFor()).as(said).isZero();
        return said.strip();
    }

    private static Path folderOf(Class<?> one) throws URISyntaxException {
        return Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    @Test
    void decidesByTheAnswerOfTheServer() throws Exception {
        assertThat(run(PenaltyFile.code(base), CheckingOffice.PROCUREMENT, SECRET))
                .startsWith("APPROVE receipt ");
        assertThat(run(PenaltyFile.code(base + 1), CheckingOffice.PROCUREMENT, SECRET))
                .startsWith("APPLY procurement.major-violation receipt ");
        assertThat(run(PenaltyFile.code(base), CheckingOffice.PROCUREMENT, "wrong"))
                .isEqualTo("LATER CREDENTIALS");
    }

    @Test
    void aCodeMayBeWrittenWithHyphensOrFullWidth() {
        String code = PenaltyFile.code(base);
        String fullWidth = code.chars()
                .map(c -> c - '!' + '\uFF01')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        try (var client = new XinhengClient(URI.create("http://localhost:" + port), ID, SECRET)) {
            for (String written : List.of(code.substring(0, 8) + "-" + code.substring(8), fullWidth)) {
                assertThat(client.check(question(written, CheckingOffice.PROCUREMENT)))
                        .isInstanceOf(CheckResult.Clear.class);
            }
        }
    }

    @Test
    void everyOtherAnswerIsToldApart() {
        try (var client = new XinhengClient(URI.create("http://localhost:" + port), ID, SECRET)) {
            assertThat(client.check(question(PenaltyFile.code(base + 900), CheckingOffice.PROCUREMENT)))
                    .isInstanceOf(CheckResult.Unknown.class);
            assertThat(client.check(question(PenaltyFile.code(base), "public-investment")))
                    .isInstanceOf(CheckResult.Stale.class);
            assertThat(client.check(question(PenaltyFile.code(base), "no-such-matter")))
                    .isInstanceOfSatisfying(
                            CheckResult.Refused.class,
                            refused -> assertThat(refused.type()).endsWith("check.matter-unknown"));
        }
    }

    @Test
    void whoMistypedACodeIsShownWhoMayHaveBeenMeant() throws Exception {
        String code = PenaltyFile.code(base);
        int at = 9;
        while (code.charAt(at) == code.charAt(at + 1)) {
            at++;
        }
        String swapped = code.substring(0, at) + code.charAt(at + 1) + code.charAt(at) + code.substring(at + 2);
        try (var client = new XinhengClient(
                URI.create("http://localhost:" + port),
                ID,
                SECRET,
                XinhengClient.Settings.USUAL,
                ReceiptKeys.fetched())) {
            assertThat(client.check(question(swapped, CheckingOffice.PROCUREMENT)))
                    .isInstanceOfSatisfying(CheckResult.Unknown.class, unknown -> {
                        assertThat(unknown.answer().lookAlikes())
                                .extracting(Answer.LookAlike::code)
                                .contains(code);
                        assertThat(unknown.answer().validUntil()).isEqualTo("2026-06-10");
                        assertThat(unknown.answer().measures()).isEmpty();
                    });
        }
    }

    @Test
    void answersProveThemselvesWithPinnedKeysAndNoneIsTakenFromAStranger() throws Exception {
        String key = server.get("/api/v1/checks/key", null).body();
        String pinned = JsonMapper.shared().readTree(key).path("publicKey").asString();
        String stranger = SigningKey.read(strange, "others", Algorithm.SM2).publicKey();
        for (var keys : List.of(List.of(pinned), List.of(stranger, pinned), List.of(stranger))) {
            try (var client = new XinhengClient(
                    URI.create("http://localhost:" + port),
                    ID,
                    SECRET,
                    XinhengClient.Settings.USUAL,
                    ReceiptKeys.pinned(keys))) {
                CheckResult result = client.check(question(PenaltyFile.code(base), CheckingOffice.PROCUREMENT));
                if (keys.contains(pinned)) {
                    assertThat(result).isInstanceOf(CheckResult.Clear.class);
                } else {
                    assertThat(result)
                            .isInstanceOfSatisfying(
                                    CheckResult.Unavailable.class,
                                    none -> assertThat(none.why()).isEqualTo(CheckResult.Why.UNPROVEN));
                }
            }
        }
    }

    private static CheckQuestion question(String code, String matter) {
        return new CheckQuestion(code, matter, "采购资格审查", "采审〔2026〕15号", "采购中心审核岗");
    }
}
