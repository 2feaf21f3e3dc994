package org.xinheng.server.measure.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xinheng.core.code.CodeFinding;
import org.xinheng.core.code.CodeReader;
import org.xinheng.core.policy.Matter;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.receipt.ReceiptVerifier;
import org.xinheng.core.receipt.ReceiptVerifier.Verdict;
import org.xinheng.server.access.Actor;
import org.xinheng.server.measure.Question;
import org.xinheng.server.measure.Receipt;
import org.xinheng.server.measure.answer.CheckAnswer;
import org.xinheng.server.measure.answer.CheckClock;
import org.xinheng.server.measure.answer.CheckRules;
import org.xinheng.server.measure.receipt.KeptReceipt;
import org.xinheng.server.measure.receipt.Receipts;
import org.xinheng.server.measure.replay.Replay.Difference;
import org.xinheng.server.measure.sight.PastSights;
import org.xinheng.server.measure.sight.Sight;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.web.Language;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Works the answer of a receipt out again: its positions say what archive and register held, its rule version by which edition it was
 * judged, its moment which day counted. What the asker stated is taken from the receipt.
 */
public final class Replays {

    private static final Logger log = LoggerFactory.getLogger(Replays.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final Receipts receipts;
    private final PastSights sights;
    private final PolicyInForce inForce;
    private final ReceiptVerifier verifier;
    private final CheckClock clock;
    /** One for each edition by which any receipt was judged: few. */
    private final Map<String, Edition> editions = new ConcurrentHashMap<>();

    private record Edition(CodeReader codes, CheckRules by) {}

    /** @param verifier by the keys with which receipts were signed here */
    public Replays(
            Receipts receipts, PastSights sights, PolicyInForce inForce, ReceiptVerifier verifier, CheckClock clock) {
        this.receipts = receipts;
        this.sights = sights;
        this.inForce = inForce;
        this.verifier = verifier;
        this.clock = clock;
    }

    /**
     * @return empty when there is no such receipt
     * @throws org.springframework.dao.DataAccessException when archive or register cannot be read: then nothing is said
     */
    public Optional<Replay> replay(long id) {
        Optional<Replay> replay = receipts.kept(id).map(this::replay);
        replay.filter(done -> !done.equal())
                .ifPresent(done -> log.error(
                        "the answer of receipt {} cannot be worked out again: {}",
                        done.receiptId(),
                        done.differences().stream().map(Difference::at).toList()));
        return replay;
    }

    private Replay replay(KeptReceipt kept) {
        Receipt receipt = kept.receipt();
        JsonNode answer = JSON.readTree(receipt.answer());
        List<Difference> differences = new ArrayList<>();
        altered(receipt).ifPresent(differences::add);
        differences.addAll(ofRow(kept, answer));
        differences.addAll(ofAnswer(kept, answer));
        return new Replay(receipt.id(), receipt.askedAt(), differences);
    }

    /** Whether the text is still the one that was signed and given out. */
    private Optional<Difference> altered(Receipt receipt) {
        String proof = receipt.proof();
        Verdict verdict = proof == null ? Verdict.GENUINE : verifier.verify(receipt.answer(), proof);
        return verdict == Verdict.GENUINE
                ? Optional.empty()
                : Optional.of(new Difference("proof", Verdict.GENUINE.name(), verdict.name()));
    }

    private static List<Difference> ofRow(KeptReceipt kept, JsonNode answer) {
        Receipt receipt = kept.receipt();
        JsonNode organisation = answer.path("organisation").path("id");
        return Stream.of(
                        new Difference("receiptId", answer.path("receiptId").asString(""), Long.toString(receipt.id())),
                        new Difference(
                                "asOf",
                                answer.path("asOf").asString(""),
                                receipt.askedAt().toString()),
                        new Difference("askedBy", answer.path("askedBy").asString(""), receipt.actor()),
                        new Difference("matter", answer.path("matter").asString(""), kept.matter()),
                        new Difference(
                                "outcome",
                                answer.path("outcome").asString(""),
                                kept.outcome().name()),
                        new Difference(
                                "position",
                                answer.path("position").asString(""),
                                Long.toString(kept.at().archive())),
                        new Difference(
                                "registerPosition",
                                answer.path("registerPosition").asString(""),
                                Long.toString(kept.at().register())),
                        new Difference(
                                "organisation.id",
                                organisation.isMissingNode() ? "" : organisation.asString(),
                                receipt.organisationId() == null ? "" : Long.toString(receipt.organisationId())))
                .filter(part -> part.kept() != null && !part.kept().equals(part.replayed()))
                .toList();
    }

    private List<Difference> ofAnswer(KeptReceipt kept, JsonNode answer) {
        String version = answer.path("ruleVersion").asString("");
        Policy rules = inForce.edition(version).orElse(null);
        Matter matter = rules == null ? null : rules.matters().get(kept.matter());
        if (rules == null || matter == null) {
            return List.of(new Difference(rules == null ? "ruleVersion" : "matter", version, null));
        }
        Receipt receipt = kept.receipt();
        Edition edition = editions.computeIfAbsent(
                version, _ -> new Edition(CodeReader.of(rules.codes()), CheckRules.of(rules, clock)));
        // A code whose middle was not kept reads as none that anybody has: so it was when it was asked for.
        CodeFinding code = edition.codes().read(answer.path("code").asString(""));
        Question question = new Question(
                code,
                matter,
                answer.path("purpose").asString(""),
                answer.path("caseNumber").asString(""),
                answer.path("operator").asString(""));
        Sight sight = sights.look(code, kept.at(), rules);
        CheckRules by = edition.by();
        CheckAnswer again = by.judge().judge(question, sight, receipt.askedAt());
        // Nothing but its words says in which language an answer was given.
        return Stream.of(Language.values())
                .map(language -> by.json().write(receipt.id(), again, asker(receipt), language))
                .map(text -> AnswerComparison.of(answer, JSON.readTree(text)))
                .min(Comparator.comparingInt(List::size))
                .orElseThrow();
    }

    private static Actor asker(Receipt receipt) {
        return new Actor(receipt.actor(), receipt.actorKind(), null, Set.of());
    }
}
