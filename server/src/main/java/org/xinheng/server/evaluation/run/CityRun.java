package org.xinheng.server.evaluation.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.xinheng.core.evaluation.Evaluation;
import org.xinheng.core.evaluation.MainReasons;
import org.xinheng.core.evaluation.OrganisationFacts;
import org.xinheng.core.evaluation.OrganisationFacts.Identity;
import org.xinheng.core.evaluation.Outlook;
import org.xinheng.core.evaluation.RecordFact;
import org.xinheng.core.record.CanonicalFields;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.archive.KnownRecords;
import org.xinheng.server.archive.RecordLoading;
import org.xinheng.server.evaluation.run.RunStore.Part;
import org.xinheng.server.evaluation.run.RunStore.Result;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.organisation.PastRegister;

/**
 * One run over the whole place, at one position. Parts are those of the archive, some of them at a time; last come the organisations of
 * which the archive holds nothing that the model looks at, and those that were merged, whose records lie in several parts. A part
 * is written with its results or not at all.
 */
final class CityRun {

    /** The archive's parts, and the rest. */
    static final int PARTS = RecordLoading.PARTITIONS + 1;

    /** Reading and judging share the processor with PostgreSQL: more of them do not end sooner. */
    private static final int PARTS_AT_ONCE = 2;

    private final RunStore.Opened run;
    private final LocalDate day;
    private final Outlook outlook;
    private final Packed packed;
    private final List<String> types;
    private final Map<String, CanonicalFields> fields;
    private final Facts facts;
    private final Sources sources;
    /** Where a run reads and writes. */
    record Sources(
            Archive archive,
            KnownRecords records,
            Organisations organisations,
            PastRegister register,
            RunStore store) {}

    CityRun(RunStore.Opened run, Ready.Model model, Facts facts, LocalDate day, Sources sources) {
        this.run = run;
        this.day = day;
        outlook = new Outlook(model.evaluator());
        packed = new Packed(model.evaluator().model());
        types = List.copyOf(model.evaluator().recordTypes());
        fields = model.fields();
        this.facts = facts;
        this.sources = sources;
    }

    /** Goes on where the run stands; a run that is interrupted, or of which a part fails, keeps the parts that are finished. */
    void goOn() throws InterruptedException, ExecutionException {
        Set<Integer> done = Set.copyOf(sources.store().partsDone(run.id()));
        Register register = new Register(sources, run.knowledge().register());
        List<Callable<Object>> parts = IntStream.range(0, RecordLoading.PARTITIONS)
                .filter(part -> !done.contains(part))
                .mapToObj(part -> Executors.callable(() -> close(ofArchive(part, register))))
                .toList();
        try (ExecutorService readers = Executors.newFixedThreadPool(PARTS_AT_ONCE)) {
            for (Future<Object> part : readers.invokeAll(parts)) {
                part.get();
            }
        }
        if (!done.contains(RecordLoading.PARTITIONS)) {
            close(rest(register));
        }
    }

    private void close(Part part) {
        sources.store().close(run.id(), part);
    }

    private Part ofArchive(int number, Register register) {
        List<Result> results = new ArrayList<>();
        int[] records = {0};
        ByOrganisation organisations = new ByOrganisation((organisation, found) -> {
            Identity known = register.find(organisation);
            if (known != null && !register.isMerged(organisation)) {
                results.add(result(organisation, known, found));
            }
        });
        long position = run.knowledge().archive();
        sources.records().stream(number, fields, position, record -> {
            records[0] += register.isMerged(record.organisationId()) ? 0 : 1;
            organisations.read(record, facts.of(record));
        });
        organisations.finish();
        return new Part(number, position, records[0], results);
    }

    private Part rest(Register register) {
        long position = run.knowledge().archive();
        Set<Long> done = new HashSet<>();
        sources.store().eachDone(run.id(), done::add);
        List<Result> results = new ArrayList<>();
        int[] records = {0};
        register.each((organisation, identity) -> {
            if (!done.contains(organisation)) {
                List<RecordFact> own =
                        register.isMerged(organisation) ? ofMerged(register.idsOf(organisation)) : List.of();
                records[0] += own.size();
                results.add(result(organisation, identity, own));
            }
        });
        return new Part(RecordLoading.PARTITIONS, position, records[0], results);
    }

    private List<RecordFact> ofMerged(List<Long> ids) {
        List<RecordFact> records = new ArrayList<>();
        sources.records()
                .eachOf(
                        ids,
                        types,
                        run.knowledge().archive(),
                        version -> facts.of(version).ifPresent(records::add));
        return records;
    }

    private Result result(long organisation, Identity identity, List<RecordFact> records) {
        OrganisationFacts all = new OrganisationFacts(identity, records);
        Outlook.Told told = outlook.tell(all, day);
        Evaluation result = told.result();
        byte[] explanation = packed.of(result, MainReasons.of(result), told.changes());
        return Result.of(organisation, result, explanation);
    }
}
