package org.xinheng.server.evaluation.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.xinheng.core.evaluation.ModelFile;
import org.xinheng.core.evaluation.OrganisationFacts;
import org.xinheng.core.evaluation.OrganisationFacts.Identity;
import org.xinheng.core.evaluation.RecordFact;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.record.CanonicalFields;
import org.xinheng.server.archive.RecordLoading;
import org.xinheng.server.evaluation.Evaluations;
import org.xinheng.server.evaluation.run.CityRun.Sources;

/** What a model looks at, handed out one organisation after the other, with the model itself. */
final class FactsExport implements Evaluations.Export {

    private final Policy policy;
    private final Ready.Model model;
    private final LocalDate day;
    private final Knowledge knowledge;
    private final Sources sources;

    /** @param knowledge at which positions everything is read, as a run of the day would */
    FactsExport(Policy policy, Ready.Model model, LocalDate day, Knowledge knowledge, Sources sources) {
        this.policy = policy;
        this.model = model;
        this.day = day;
        this.knowledge = knowledge;
        this.sources = sources;
    }

    @Override
    public byte[] model() {
        return ModelFile.write(model.evaluator().model(), policy.recordTypes());
    }

    @Override
    public void each(BiConsumer<Long, OrganisationFacts> reader) {
        Register register = new Register(sources, knowledge.register());
        Facts facts = new Facts(policy, day);
        Map<String, CanonicalFields> fields = LookedAt.whole(model.evaluator().model(), policy);
        Set<Long> done = new HashSet<>();
        for (int part = 0; part < RecordLoading.PARTITIONS; part++) {
            ByOrganisation organisations = new ByOrganisation((organisation, records) -> {
                Identity known = register.find(organisation);
                if (known != null && !register.isMerged(organisation)) {
                    done.add(organisation);
                    reader.accept(organisation, new OrganisationFacts(known, records));
                }
            });
            sources.records().stream(
                    part, fields, knowledge.archive(), record -> organisations.read(record, facts.of(record)));
            organisations.finish();
        }
        register.each((organisation, identity) -> {
            if (!done.contains(organisation)) {
                List<RecordFact> records = new ArrayList<>();
                if (register.isMerged(organisation)) {
                    sources.records()
                            .eachOf(
                                    register.idsOf(organisation),
                                    List.copyOf(model.evaluator().recordTypes()),
                                    knowledge.archive(),
                                    version -> facts.of(version).ifPresent(records::add));
                }
                reader.accept(organisation, new OrganisationFacts(identity, records));
            }
        });
    }
}
