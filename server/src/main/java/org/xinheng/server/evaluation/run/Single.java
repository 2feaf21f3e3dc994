package org.xinheng.server.evaluation.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.xinheng.core.evaluation.Evaluation;
import org.xinheng.core.evaluation.MainReasons;
import org.xinheng.core.evaluation.OrganisationFacts;
import org.xinheng.core.evaluation.Outlook;
import org.xinheng.core.evaluation.RecordFact;
import org.xinheng.core.evaluation.WhatIf;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.evaluation.run.CityRun.Sources;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.PastRegister.Registered;

/** One organisation by one model: what a run over the whole place says of it, found by itself. */
final class Single {

    private final Ready.Model model;
    private final LocalDate day;
    private final Knowledge knowledge;
    private final Sources sources;
    private final Facts facts;
    private final Outlook outlook;
    private final Packed packed;
    private final List<String> types;

    Single(Policy policy, Ready.Model model, LocalDate day, Knowledge knowledge, Sources sources) {
        this.model = model;
        this.day = day;
        this.knowledge = knowledge;
        this.sources = sources;
        facts = new Facts(policy, day);
        outlook = new Outlook(model.evaluator());
        packed = new Packed(model.evaluator().model());
        types = List.copyOf(model.evaluator().recordTypes());
    }

    /** What is said, with its explanation. */
    final class Answer {

        private final long organisation;
        private final Evaluation evaluation;
        private final List<MainReasons.Reason> reasons;
        private final List<WhatIf> whatIfs;

        private Answer(long organisation, OrganisationFacts all) {
            this.organisation = organisation;
            Outlook.Told told = outlook.tell(all, day);
            evaluation = told.result();
            reasons = MainReasons.of(evaluation);
            whatIfs = told.changes();
        }

        Evaluation evaluation() {
            return evaluation;
        }

        List<MainReasons.Reason> reasons() {
            return reasons;
        }

        List<WhatIf> whatIfs() {
            return whatIfs;
        }

        /** As it is kept. */
        RunStore.Result result() {
            return RunStore.Result.of(organisation, evaluation, packed.of(evaluation, reasons, whatIfs));
        }
    }

    Answer of(Organisation organisation) {
        Registered registered =
                sources.register().find(organisation.id(), knowledge.register()).orElse(null);
        return new Answer(organisation.id(), Facts.of(organisation, registered, records(organisation)));
    }

    private List<RecordFact> records(Organisation organisation) {
        List<RecordFact> records = new ArrayList<>();
        sources.records()
                .eachOf(
                        sources.organisations().idsOf(organisation.id()),
                        types,
                        knowledge.archive(),
                        version -> facts.of(version).ifPresent(records::add));
        return records;
    }
}
