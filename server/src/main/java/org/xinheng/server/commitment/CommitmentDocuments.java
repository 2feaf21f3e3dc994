package org.xinheng.server.commitment;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.xinheng.core.commitment.Act;
import org.xinheng.core.commitment.Promise;
import org.xinheng.core.policy.CommitmentItem;
import org.xinheng.core.policy.CommitmentType;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.service.Document;
import org.xinheng.server.service.DocumentService;
import org.xinheng.server.web.Formats;
import org.xinheng.server.web.Language;

/** The documents of a commitment (文书), served into the inbox of the organisation with the act that makes them. */
final class CommitmentDocuments {

    private final DocumentService service;
    private final PolicyInForce inForce;

    CommitmentDocuments(DocumentService service, PolicyInForce inForce) {
        this.service = service;
        this.inForce = inForce;
    }

    void serve(Promise promise, CommitmentItem item) {
        String title = item.rule().title().zh();
        switch (promise.steps().getLast().act()) {
            case Act.Sign sign
            when !sign.missing().isEmpty() ->
                serve(
                        promise,
                        "commitment.papers-follow",
                        Map.of("subject", title, "papers", papers(item, sign), "until", due(promise)));
            case Act.Lapse lapse ->
                serve(promise, "commitment.lapsed", Map.of("subject", title, "reasons", lapse.reasons()));
            case Act.Review review ->
                serve(promise, "commitment.review", Map.of("promise", title, "result", review.findings()));
            case Act.Notify notify -> {
                Map<String, String> fields = new HashMap<>(charge(promise, title, notify));
                fields.put("number", notify.document());
                fields.put("answer-by", due(promise));
                serve(promise, "commitment.breach-notice", fields);
            }
            case Act.Decide decide
            when decide.broken() -> {
                Act.Notify notify =
                        (Act.Notify) promise.last(Act.Kind.NOTIFY).orElseThrow().act();
                Map<String, String> fields = new HashMap<>(charge(promise, title, notify));
                fields.put("number", decide.document());
                fields.put("reasons", decide.reasons());
                fields.put("remedy", item.remedy().zh());
                serve(promise, "commitment.breach-decision", fields);
            }
            case Act.Decide decide -> result(promise, title, decide.document(), decide.reasons());
            case Act.Repair repair -> result(promise, title, repair.document(), repair.reasons());
            default -> {}
        }
    }

    private void result(Promise promise, String title, String document, String reasons) {
        serve(promise, "commitment.review", Map.of("number", document, "promise", title, "result", reasons));
    }

    private static Map<String, String> charge(Promise promise, String title, Act.Notify notify) {
        return Map.of(
                "promise",
                title + "（" + promise.number() + "）",
                "facts",
                notify.facts(),
                "law",
                notify.law(),
                "measures",
                notify.measures());
    }

    private static String papers(CommitmentItem item, Act.Sign sign) {
        List<CommitmentType.Part> missing = item.papers().stream()
                .filter(paper -> sign.missing().contains(paper.id()))
                .toList();
        return missing.stream().map(paper -> paper.title().zh()).collect(Collectors.joining("；"));
    }

    private static String due(Promise promise) {
        LocalDate due = Objects.requireNonNull(promise.steps().getLast().due());
        return new Formats(Language.CHINESE).day(due);
    }

    private void serve(Promise promise, String kind, Map<String, String> fields) {
        String body = inForce.policy()
                .authority(promise.authority())
                .map(authority -> authority.code())
                .orElse(promise.authority());
        service.serve(new Document(promise.giver().organisation(), kind, fields, body, "commitment-" + promise.id()));
    }
}
