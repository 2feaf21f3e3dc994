package org.xinheng.packs;

import java.util.Set;
import java.util.stream.Collectors;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.CommitmentItem;
import org.xinheng.core.policy.CommitmentType;
import org.xinheng.core.policy.Instruments;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.Rule;
import org.xinheng.core.policy.VoluntaryKind;

/** Whether what an organisation may promise or declare has the clocks, papers and bodies that its kind asks for. */
final class CommitmentCheck extends RuleCheck {

    CommitmentCheck(Policy policy, Reading reading) {
        super(policy, reading);
    }

    void check(Instruments instruments) {
        instruments.commitments().values().forEach(this::checkCommitment);
        instruments.commitmentItems().all().forEach(this::checkItem);
        instruments.voluntaryKinds().forEach(this::checkVoluntary);
    }

    private void checkCommitment(CommitmentType type) {
        clock(type.rule(), type.clock());
        if (type.stage() == CommitmentType.Stage.PAPERS_FOLLOW && type.clock() == null) {
            fault(type.rule(), "key.missing", "clock");
        }
    }

    private void checkItem(CommitmentItem item) {
        Rule rule = item.rule();
        Instruments instruments = policy.instruments();
        known(rule, item.type(), instruments.commitments().keySet(), "commitments.yaml");
        values("commitment-kind").ifPresent(kinds -> known(rule, item.kind(), kinds, "commitment-kind"));
        values("commitment-openness").ifPresent(values -> known(rule, item.openness(), values, "commitment-openness"));
        Set<String> bodies = policy.authorities().stream().map(Authority::id).collect(Collectors.toSet());
        item.acceptedBy().stream()
                .filter(body -> !bodies.contains(body))
                .forEach(body -> fault(rule, "commitment.body", body));
        CommitmentItem.Clocks clocks = item.clocks();
        clock(rule, clocks.supply());
        clock(rule, clocks.review());
        clock(rule, clocks.answer());
        clock(rule, clocks.shown());
        boolean follow = item.handling() == CommitmentItem.Handling.PAPERS_FOLLOW;
        if (follow != (clocks.supply() != null) || follow == item.papers().isEmpty()) {
            fault(rule, "commitment.papers", item.id());
        }
        if (instruments.commitmentItems().excluded().containsKey(item.id())) {
            fault(rule, "commitment.excluded", item.id());
        }
    }

    private void checkVoluntary(VoluntaryKind kind) {
        values("voluntary-kind").ifPresent(kinds -> known(kind.rule(), kind.kind(), kinds, "voluntary-kind"));
        if (kind.verifier() != null) {
            body(kind.rule(), kind.verifier());
        }
    }
}
