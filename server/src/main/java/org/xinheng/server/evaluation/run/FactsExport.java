package org.xinheng.server.evaluation.run;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.xinheng.core.evaluation.ModelFile;
import org.xinheng.core.evaluation.OrganisationFacts;
import org.xinheng.core.evaluation.RecordFact;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.record.CanonicalFields;
import org.xinheng.server.archive.RecordLoading;
import org.xinheng.server.evaluation.Evaluations;
import org.xinheng.server.evaluation.run.CityRun.Sources;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.organisation.PastRegister.Registered;

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
    public void each(BiConsumer<Organisation, OrganisationFacts> reader) {
        Map<Long, List<Long>> mergedInto = new HashMap<>();
        for (Organisations.Merged one : sources.organisations().merged()) {
            mergedInto.computeIfAbsent(one.into(), _ -> new ArrayList<>()).add(one.id());
        }
        List<String> types = List.copyOf(model.evaluator().recordTypes());
        Facts facts = new Facts(policy, day);
        Map<Long, Registered> registered = sources.register().all(knowledge.register());
        Map<Long, Organisation> register = new HashMap<>();
        sources.organisations().each(one -> {
            if (CityRun.wasThere(one.id(), registered, mergedInto)) {
                register.put(one.id(), one);
            }
        });
        Set<Long> merged = new HashSet<>(mergedInto.keySet());
        mergedInto.values().forEach(merged::addAll);
        Map<String, CanonicalFields> fields = LookedAt.whole(model.evaluator().model(), policy);
        for (int part = 0; part < RecordLoading.PARTITIONS; part++) {
            ByOrganisation one = new ByOrganisation((organisation, records) -> {
                if (!merged.contains(organisation) && register.containsKey(organisation)) {
                    Organisation known = requireNonNull(register.remove(organisation));
                    reader.accept(known, Facts.of(known, registered.get(organisation), records));
                }
            });
            sources.records().stream(part, fields, knowledge.archive(), record -> one.read(record, facts.of(record)));
            one.finish();
        }
        // Without records, or with records in several parts.
        for (Organisation one : register.values()) {
            List<RecordFact> records = new ArrayList<>();
            if (merged.contains(one.id())) {
                List<Long> ids = new ArrayList<>(mergedInto.getOrDefault(one.id(), List.of()));
                ids.add(one.id());
                sources.records()
                        .eachOf(
                                ids,
                                types,
                                knowledge.archive(),
                                version -> facts.of(version).ifPresent(records::add));
            }
            reader.accept(one, Facts.of(one, registered.get(one.id()), records));
        }
    }
}
