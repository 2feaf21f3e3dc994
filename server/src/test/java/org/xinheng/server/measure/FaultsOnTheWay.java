package org.xinheng.server.measure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.xinheng.server.measure.CheckingOffice.PROCUREMENT;
import static org.xinheng.server.measure.FaultBench.CLEAN;
import static org.xinheng.server.measure.FaultBench.HIT;
import static org.xinheng.server.measure.FaultBench.ID;
import static org.xinheng.server.measure.FaultBench.ONCE;
import static org.xinheng.server.measure.FaultBench.SECRET;
import static org.xinheng.server.measure.FaultBench.none;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.xinheng.client.CheckQuestion;
import org.xinheng.client.CheckResult;
import org.xinheng.client.CheckResult.Why;
import org.xinheng.client.XinhengClient;
import org.xinheng.server.intake.PenaltyFile;
import org.xinheng.server.measure.FaultBench.Lifting;
import org.xinheng.server.measure.FaultyWire.Fault;

/** An answer is lost, cut off, changed or replaced on its way to who asked. */
final class FaultsOnTheWay {

    private final FaultBench bench;

    FaultsOnTheWay(FaultBench bench) {
        this.bench = bench;
    }

    List<DynamicTest> all() {
        return List.of(
                bench.fault(
                        "answer cut off on its way",
                        () -> bench.toServer(Fault.mostOfAnswer(400)),
                        none(Why.UNREACHABLE, Why.MALFORMED)),
                bench.fault(
                        "a page of a proxy instead of the answer",
                        () -> bench.toServer(
                                Fault.insteadOfAnswer(http("text/html", "<html><body>CLEAR 请先登录</body></html>"))),
                        none(Why.MALFORMED)),
                bench.fault("an answer that somebody forged", this::forged, none(Why.UNPROVEN)),
                bench.fault("the answer to another question", this::answerAboutAnother, none(Why.MALFORMED)),
                bench.fault("server does not answer in time", () -> bench.toServer(Fault.silent()), none(Why.TIMEOUT)),
                bench.fault("server away", () -> bench.toServer(Fault.DOWN), none(Why.UNREACHABLE, Why.TIMEOUT)),
                dynamicTest("encryption that the server does not speak", () -> {
                    try (var encrypted = new XinhengClient(
                            URI.create("https://127.0.0.1:" + bench.toServer.port()), ID, SECRET, ONCE)) {
                        assertThat(encrypted.check(new CheckQuestion(
                                        PenaltyFile.code(HIT), PROCUREMENT, "采购资格审查", "采审〔2026〕15号", "审核岗")))
                                .satisfies(none(Why.UNREACHABLE, Why.TIMEOUT));
                    }
                    bench.hitAgain();
                }));
    }

    /** Clear of the very organisation, and well made; but nobody who has the key signed it. */
    private Lifting forged() {
        CheckResult.Clear another = (CheckResult.Clear) bench.asked(CLEAN);
        return bench.toServer(Fault.insteadOfAnswer(http(
                "application/json",
                another.answer().json().replace(PenaltyFile.code(CLEAN), PenaltyFile.code(HIT)),
                "Receipt-Proof: " + another.answer().proof() + "\r\n")));
    }

    private Lifting answerAboutAnother() {
        CheckResult.Clear another = (CheckResult.Clear) bench.asked(CLEAN);
        return bench.toServer(
                Fault.insteadOfAnswer(http("application/json", another.answer().json())));
    }

    private static String http(String type, String body) {
        return http(type, body, "");
    }

    private static String http(String type, String body, String header) {
        return "HTTP/1.1 200 OK\r\nContent-Type: " + type + "; charset=UTF-8\r\nConnection: close\r\n" + header
                + "Content-Length: "
                + body.getBytes(UTF_8).length + "\r\n\r\n" + body;
    }
}
