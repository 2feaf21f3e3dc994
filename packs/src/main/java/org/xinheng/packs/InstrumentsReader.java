package org.xinheng.packs;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.xinheng.core.policy.CatalogueEntry;
import org.xinheng.core.policy.CommitmentItems;
import org.xinheng.core.policy.ConsentRules;
import org.xinheng.core.policy.Functions;
import org.xinheng.core.policy.Instruments;
import org.xinheng.core.policy.Monitoring;
import org.xinheng.core.policy.RecordType;

/** Reads everything that a pack holds beyond records, gates and measures. */
final class InstrumentsReader {

    private final PackFiles files;
    private final Reading reading;
    private final PersonGuard guard;

    InstrumentsReader(PackFiles files, Reading reading, PersonGuard guard) {
        this.files = files;
        this.reading = reading;
        this.guard = guard;
    }

    Instruments read(Map<String, RecordType> types, Map<String, CatalogueEntry> entries) {
        Conditions conditions = new Conditions(reading, types);
        EvaluationReader evaluations = new EvaluationReader(reading, guard, conditions);
        Monitoring monitoring = in("monitoring.yaml", new MonitoringReader(reading, guard)::read, Monitoring.NONE);
        return new Instruments(
                entries,
                new ListReader(reading, guard, conditions).read(files.documentsIn("lists")),
                in("commitments.yaml", new CommitmentReader(reading, guard)::read, Map.of()),
                evaluations.read(files.documentsIn("evaluation")),
                in("follow-ups.yaml", evaluations::followUps, List.of()),
                files.document("risk.yaml")
                        .map(node -> new RiskReader(reading, guard).read(reading.block(node)))
                        .orElse(null),
                new ReportReader(reading, guard).read(files.documentsIn("reports")),
                monitoring,
                in("functions.yaml", new FunctionsReader(reading)::read, Functions.NONE),
                in("documents.yaml", new DocumentReader(reading, guard)::read, Map.of()),
                in("feeds.yaml", new FeedReader(reading)::read, List.of()),
                new CaseReader(reading, guard).read(files.documentsIn("casework"), monitoring.campaigns()),
                in("remits.yaml", new RemitReader(reading)::read, List.of()),
                in("commitment-items.yaml", new CommitmentItemReader(reading, guard)::read, CommitmentItems.NONE),
                files.document("inspection.yaml")
                        .map(node -> new InspectionReader(reading, guard).read(reading.block(node)))
                        .orElse(null),
                in("consent.yaml", new ConsentReader(reading, guard)::read, ConsentRules.NONE),
                files.document("grade-release.yaml")
                        .map(node -> new GradeReleaseReader(reading, guard).read(reading.block(node)))
                        .orElse(null),
                in("early-warnings.yaml", new WarningReader(reading, guard)::read, List.of()),
                files.document("breach-notices.yaml")
                        .map(node -> new BreachReader(reading, guard).read(reading.block(node)))
                        .orElse(null),
                in("voluntary-facts.yaml", new VoluntaryReader(reading, guard)::read, List.of()));
    }

    private <T> T in(String document, Function<Block, T> reader, T otherwise) {
        return files.document(document)
                .map(node -> reader.apply(reading.block(node)))
                .orElse(otherwise);
    }
}
