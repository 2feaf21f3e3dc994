package org.xinheng.packs.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.code.CodeFinding;
import org.xinheng.core.code.CodeReader;
import org.xinheng.core.code.CodeReason;
import org.xinheng.core.code.Verdict;
import org.xinheng.packs.table.CodeTablesReader;
import org.xinheng.packs.table.PackFolders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code codes check}: one CSV row with a verdict for each code of a file, in the file's order. */
@Command(name = "check")
final class CodesCheckCommand implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";
    private static final String[] HEADER = {"code", "normalised", "kind", "verdict", "reason"};
    private static final int OUTPUT_BUFFER = 1 << 16;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE|-", descriptionKey = "codes.file")
    private String file = STANDARD_INPUT;

    @Option(names = "--column", paramLabel = "C", descriptionKey = "codes.column")
    private @Nullable String column;

    @Option(names = "--pack", paramLabel = "PACK", defaultValue = "national", descriptionKey = "option.pack")
    private String pack = "national";

    private final long[] counts = new long[Verdict.values().length];

    @Override
    public Integer call() throws IOException {
        Tools tools = tools();
        if (!file.equals(STANDARD_INPUT) && !Files.isRegularFile(Path.of(file)) && !isPipe(Path.of(file))) {
            return tools.refuse("file.missing", file);
        }
        CodeReader reader = CodeReader.of(CodeTablesReader.read(PackFolders.chain(tools.packs(), pack)));
        try (InputStream in =
                file.equals(STANDARD_INPUT) ? tools.console().in() : Files.newInputStream(Path.of(file))) {
            return column == null ? checkLines(in, reader) : checkColumn(in, reader, column);
        }
    }

    private int checkLines(InputStream in, CodeReader reader) throws IOException {
        Lines lines = new Lines(in);
        try (CsvWriter out = output()) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                write(out, line, reader);
            }
        }
        return summary();
    }

    private int checkColumn(InputStream in, CodeReader reader, String name) throws IOException {
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .detectBomHeader(true)
                .skipEmptyLines(false)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .allowUnclosedQuote(false)
                .ofCsvRecord(in, StandardCharsets.UTF_8)) {
            Iterator<CsvRecord> rows = records.iterator();
            List<String> header = rows.hasNext() ? rows.next().getFields() : List.of();
            List<String> names = header.stream().map(String::strip).toList();
            int index = names.indexOf(name.strip());
            if (index < 0) {
                return tools().refuse("codes.column-unknown", name, file, String.join(", ", names));
            }
            if (index != names.lastIndexOf(name.strip())) {
                return tools().refuse("codes.column-doubled", name, file);
            }
            try (CsvWriter out = output()) {
                while (rows.hasNext()) {
                    CsvRecord row = rows.next();
                    write(out, index < row.getFieldCount() ? row.getField(index) : "", reader);
                }
            }
            return summary();
        } catch (CsvParseException e) {
            tools().refuse("codes.csv-broken", file, String.valueOf(e.getMessage()));
            return Tools.WRONG_DATA;
        }
    }

    private void write(CsvWriter out, String code, CodeReader reader) {
        CodeFinding finding = reader.read(code);
        counts[finding.verdict().ordinal()]++;
        out.writeRecord(
                code,
                finding.normalised(),
                finding.kind().word(),
                finding.verdict().name(),
                joined(finding.reasons()));
    }

    private static String joined(List<CodeReason> reasons) {
        return switch (reasons.size()) {
            case 0 -> "";
            case 1 -> reasons.getFirst().word();
            default -> reasons.stream().map(CodeReason::word).collect(Collectors.joining(";"));
        };
    }

    private CsvWriter output() {
        CsvWriter out = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .bufferSize(OUTPUT_BUFFER)
                .build(tools().console().out(), StandardCharsets.UTF_8);
        out.writeRecord(HEADER);
        return out;
    }

    private int summary() {
        long valid = counts[Verdict.VALID.ordinal()];
        long mismatch = counts[Verdict.CHECKSUM_MISMATCH.ordinal()];
        long invalid = counts[Verdict.INVALID.ordinal()];
        Tools tools = tools();
        tools.console()
                .err()
                .println(tools.words().say("codes.summary", valid + mismatch + invalid, valid, mismatch, invalid));
        return mismatch + invalid == 0 ? Tools.FINE : Tools.WRONG_DATA;
    }

    /** A named pipe or {@code /dev/stdin} can be read although it is no regular file; a folder cannot. */
    private static boolean isPipe(Path path) {
        return Files.exists(path) && !Files.isDirectory(path);
    }

    private Tools tools() {
        return (Tools) Objects.requireNonNull(spec).root().userObject();
    }
}
