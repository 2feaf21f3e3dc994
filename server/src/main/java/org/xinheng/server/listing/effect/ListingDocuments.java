package org.xinheng.server.listing.effect;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.listing.Act;
import org.xinheng.core.listing.Competence;
import org.xinheng.core.listing.Proceeding;
import org.xinheng.core.policy.ListRule;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.Remit;
import org.xinheng.core.policy.Title;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.service.Document;
import org.xinheng.server.service.DocumentService;

/** The documents of a proceeding (文书), served into the inbox of the organisation with the act that makes them. */
public final class ListingDocuments {

    private final DocumentService service;
    private final PolicyInForce inForce;

    public ListingDocuments(DocumentService service, PolicyInForce inForce) {
        this.service = service;
        this.inForce = inForce;
    }

    /** What all documents of a proceeding have in hand. */
    private record File(Proceeding proceeding, ListRule list, Act.Propose proposal, Policy policy) {
        boolean tag() {
            return list.nature() == ListRule.Nature.WATCH;
        }
    }

    void serve(Proceeding proceeding, Act act) {
        Policy policy = inForce.policy();
        ListRule list = policy.instruments().list(proceeding.list()).orElseThrow();
        File file = new File(
                proceeding, list, (Act.Propose) proceeding.steps().getFirst().act(), policy);
        switch (act) {
            case Act.Notify notify -> notice(file, notify);
            case Act.CallHearing call ->
                serve(
                        file,
                        "listing.hearing",
                        call.document(),
                        Map.of("held-on", call.heldOn().toString(), "time", call.time(), "place", call.place()));
            case Act.Serve _ -> decision(file, Objects.requireNonNull(proceeding.decision()));
            case Act.Decide decide
            when decide.verdict() == Act.Decide.Verdict.DECLINE ->
                serve(file, "listing.not-listed", decide.document(), Map.of("reasons", decide.reasons()));
            case Act.DecideRemoval decide -> removal(file, decide);
            case Act.Revoke revoke -> revoked(file, revoke);
            case Act.Drop drop
            when proceeding.last(Act.Kind.NOTIFY).isPresent() ->
                serve(file, "listing.dropped", "", Map.of("reasons", drop.reasons()));
            case Act.Drop _,
                    Act.Propose _,
                    Act.Consent _,
                    Act.Answer _,
                    Act.Hear _,
                    Act.Decide _,
                    Act.AskRemoval _ -> {}
        }
    }

    private void revoked(File file, Act.Revoke revoke) {
        Map<String, String> fields = new HashMap<>(Map.of("reasons", revoke.reasons()));
        if (!file.tag()) {
            fields.put("document", revoke.document());
        }
        serve(file, file.tag() ? "watch.revoked" : "listing.revoked", revoke.document(), fields);
    }

    private void notice(File file, Act.Notify notify) {
        LocalDate answerBy =
                Objects.requireNonNull(file.proceeding().steps().getLast().answerBy());
        Map<String, String> fields = new HashMap<>();
        fields.put("facts", file.proposal().facts());
        fields.put("law", file.proposal().law());
        fields.put("answer-by", answerBy.toString());
        if (file.tag()) {
            serve(file, "watch.notice", notify.document(), fields);
        } else {
            fields.put("measures", file.proposal().measures());
            serve(file, "listing.notice", notify.document(), fields);
        }
    }

    private void decision(File file, Act.Decide decision) {
        if (file.tag()) {
            String until = Objects.requireNonNull(decision.until()).toString();
            serve(
                    file,
                    "watch.set",
                    decision.document(),
                    Map.of("law", file.proposal().law(), "reasons", decision.reasons(), "until", until));
            return;
        }
        Map<String, String> fields = new HashMap<>();
        fields.put("facts", file.proposal().facts());
        fields.put("law", file.proposal().law());
        fields.put("measures", file.proposal().measures());
        fields.put("reasons", decision.reasons());
        fields.put("from", decision.on().toString());
        fields.put("until", decision.until() == null ? "" : decision.until().toString());
        fields.put("removal", conditions(file.list()));
        fields.put("remedy", remedy(file, decision.on()));
        serve(file, "listing.decision", decision.document(), fields);
    }

    private void removal(File file, Act.DecideRemoval decide) {
        Map<String, String> fields = new LinkedHashMap<>(Map.of("reasons", decide.reasons()));
        if (!decide.granted()) {
            fields.put("remedy", remedy(file, decide.on()));
        }
        String kind = file.tag()
                ? decide.granted() ? "watch.lifted" : "watch.kept"
                : decide.granted() ? "listing.removal" : "listing.removal-refused";
        serve(file, kind, decide.document(), fields);
    }

    private static String conditions(ListRule list) {
        ListRule.@Nullable EarlyRemoval early = list.term().early();
        return early == null ? "" : early.conditions().stream().map(Title::zh).collect(Collectors.joining("；"));
    }

    /** From the remit under which the body decides: what was decided without one is not served. */
    private static String remedy(File file, LocalDate day) {
        Proceeding proceeding = file.proceeding();
        List<Remit> remits = file.policy().instruments().remits();
        return new Competence(file.policy())
                .remit(proceeding.list(), proceeding.authority(), day)
                .or(() -> remits.stream()
                        .filter(remit -> remit.list().equals(proceeding.list()))
                        .findFirst())
                .map(remit -> remit.remedy().zh())
                .orElseThrow();
    }

    private void serve(File file, String kind, String number, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("number", number);
        all.put("list", file.list().rule().title().zh());
        service.serve(new Document(
                file.proceeding().subject().organisation(),
                kind,
                all,
                file.proceeding().authority(),
                "listing-" + file.proceeding().id()));
    }
}
