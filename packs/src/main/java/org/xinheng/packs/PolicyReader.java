package org.xinheng.packs;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.xinheng.core.calendar.WorkingCalendar;
import org.xinheng.core.code.CodeTables;
import org.xinheng.core.policy.Instruments;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.packs.table.CalendarReader;
import org.xinheng.packs.table.CodeTablesReader;
import org.xinheng.packs.table.FaultyTableException;

/** Turns the effective documents of a pack into a policy; whatever is wrong stands in the fault log afterwards. */
final class PolicyReader {

    private final PackFiles files;
    private final FaultLog faults;

    PolicyReader(PackFiles files, FaultLog faults) {
        this.files = files;
        this.faults = faults;
    }

    /** @return null when a document without which nothing can be read is missing; that is in the log then */
    @Nullable
    Policy read(String name) {
        return read(name, new Reading(faults));
    }

    /** @param reading knows afterwards where every rule stands */
    @Nullable
    Policy read(String name, Reading reading) {
        files.document("sources.yaml").ifPresent(reading::readSources);
        head(name);
        MappingNode placeNode = files.document("place.yaml").orElse(null);
        if (placeNode == null) {
            faults.add(Position.ofFile(name + "/place.yaml"), "file.missing", "place.yaml");
            return null;
        }
        PersonGuard guard = new PersonGuard(reading);
        PlaceReader places = new PlaceReader(reading);
        CatalogueReader catalogue = new CatalogueReader(reading, guard);
        Map<String, RecordType> types = catalogue.read(files.documentsIn("catalogue"));
        InstrumentsReader instruments = new InstrumentsReader(files, reading, guard);
        Instruments read = instruments.read(types, catalogue.entries());
        MeasureReader measures = new MeasureReader(reading, guard);
        NationalLists national = new NationalLists(reading, files.lowest());
        Set<String> items = national.items(files.document("punishment-list.yaml"));
        Optional<NationalLists.Standard> standard = national.standard(files.document("publicity-standard.yaml"));
        Policy policy = new Policy(
                name,
                files.content().version(),
                places.place(reading.block(placeNode)),
                table(CalendarReader::read, WorkingCalendar.of(List.of(), List.of())),
                table(CodeTablesReader::read, new CodeTables(Map.of(), Set.of())),
                types,
                new CodeListReader(reading).read(files.documentsIn("codelists")),
                new GateReader(reading).read(files.documentsIn("gate")),
                in("deadlines.yaml", new PeriodReader(reading)::read, Map.of()),
                in("authorities.yaml", block -> places.authorities(block, files), List.of()),
                in("matters.yaml", measures::matters, Map.of()),
                in("measures.yaml", block -> measures.measures(block, read.lists()), List.of()),
                reading.rules(),
                read);
        new ReferenceCheck(policy, reading, guard).check();
        new InstrumentCheck(policy, reading).check();
        new RestraintCheck(policy, reading).check(items, standard);
        return policy;
    }

    private <T> T in(String document, Function<Block, T> reader, T otherwise) {
        return files.document(document)
                .map(node -> reader.apply(new Block(node, faults)))
                .orElse(otherwise);
    }

    /** What a table holds; when it is faulty the log says so and the stand-in is never used, since the pack does not load. */
    private <T> T table(Function<List<Path>, T> reader, T standIn) {
        try {
            return reader.apply(files.folders());
        } catch (FaultyTableException e) {
            faults.add(PackFault.of(e, files.shown(e.file())));
            return standIn;
        }
    }

    private void head(String name) {
        files.document(PackFiles.HEAD).ifPresent(node -> {
            Block head = new Block(node, faults);
            String id = head.text("id");
            if (!id.equals(name) && !id.isEmpty()) {
                faults.add(head.at("id"), "pack.name", id, name);
            }
            head.textOrNull("extends");
            new Reading(faults).title(head, "title");
            head.end();
        });
    }
}
