package org.xinheng.server.publicity.download;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.record.CellOutput;
import org.xinheng.server.archive.PublicRecords;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.organisation.Organisations.OrganisationLabel;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.publicity.reading.RecordReader;
import org.xinheng.server.web.Formats;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.ListFile;
import org.xinheng.server.web.LongWorkbook;
import org.xinheng.server.web.Words;
import tools.jackson.databind.json.JsonMapper;

/** Writes the records of a type that the public sees today, newest decisions first, a thousand at a time. */
@Component
class RecordFiles {

    private static final int AT_ONCE = 1000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final PublicRecords records;
    private final Organisations organisations;
    private final PolicyInForce inForce;
    private final Clock clock;

    RecordFiles(PublicRecords records, Organisations organisations, PolicyInForce inForce, Clock clock) {
        this.records = records;
        this.organisations = organisations;
        this.inForce = inForce;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Formats.BEIJING);
    }

    List<RecordType> types() {
        return RecordReader.publicTypes(inForce.policy());
    }

    List<Long> counts(List<RecordType> types) {
        return records.counts(types.stream().map(RecordType::id).toList(), today());
    }

    /** @param root of the platform's addresses, for links in the file */
    void write(RecordType type, FileFormat format, String root, OutputStream out) throws IOException {
        RecordColumns columns = new RecordColumns(type);
        switch (format) {
            case CSV -> csv(type, columns, root, out);
            case XLSX -> workbook(type, columns, root, out);
            case JSONL -> lines(type, columns, root, out);
        }
    }

    private void csv(RecordType type, RecordColumns columns, String root, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(ListFile.BYTE_ORDER_MARK);
        CsvWriter csv = CsvWriter.builder().build(text);
        csv.writeRecord(header(columns));
        each(
                type,
                columns,
                root,
                cells -> csv.writeRecord(
                        cells.stream().map(CellOutput::neutralise).toList()));
        csv.flush();
    }

    private void workbook(RecordType type, RecordColumns columns, String root, OutputStream out) throws IOException {
        String title = type.title().zh();
        LongWorkbook workbook =
                new LongWorkbook(out, number -> number == 1 ? title : title + " " + number, header(columns));
        each(type, columns, root, workbook::add);
        workbook.finish();
    }

    private void lines(RecordType type, RecordColumns columns, String root, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        each(type, columns, root, cells -> {
            text.write(JSON.writeValueAsString(columns.named(cells)));
            text.write('\n');
        });
        text.flush();
    }

    private static List<String> header(RecordColumns columns) {
        Words words = Words.in(Language.CHINESE);
        return columns.all().stream().map(column -> column.title().apply(words)).toList();
    }

    @FunctionalInterface
    private interface Row {
        void add(List<String> cells) throws IOException;
    }

    private void each(RecordType type, RecordColumns columns, String root, Row row) throws IOException {
        LocalDate today = today();
        RecordReader reader = new RecordReader(inForce.policy());
        String key = null;
        do {
            PublicRecords.Page page =
                    records.list(new PublicRecords.Filter(type.id(), null, null, null, null), key, AT_ONCE, today);
            Map<Long, OrganisationLabel> parties = organisations.labels(
                    page.records().stream().map(RecordVersion::organisationId).toList());
            for (RecordVersion version : page.records()) {
                row.add(columns.cells(reader.read(version), parties.get(version.organisationId()), root));
            }
            key = page.next();
        } while (key != null);
    }
}
