package org.xinheng.server.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.xinheng.core.record.CellOutput;

/**
 * A list as a file (导出), with all its rows in the order that the page shows. No cell of it is a formula.
 *
 * @param name of the file, without its ending: Latin letters
 * @param title of the sheet
 */
public record ListFile(String name, String title, ListFormat format, List<String> header, List<List<String>> rows)
        implements Answer {

    /** Without it Excel takes UTF-8 for the code page of the computer. */
    public static final char BYTE_ORDER_MARK = '\uFEFF';

    public ListFile {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    public static <R> ListFile of(
            String name, Text title, ListFormat format, List<ListColumn<R>> columns, List<R> rows, Words words) {
        return new ListFile(
                name,
                words.say(title),
                format,
                columns.stream().map(column -> words.say(column.title())).toList(),
                rows.stream()
                        .map(row -> columns.stream()
                                .map(column -> column.cell().apply(row, words))
                                .toList())
                        .toList());
    }

    void send(HttpServletResponse response) throws IOException {
        response.setContentType(format.mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "." + format.id() + "\"");
        write(response.getOutputStream());
    }

    void write(OutputStream out) throws IOException {
        switch (format) {
            case XLSX -> {
                var workbook = new LongWorkbook(out, number -> number == 1 ? title : title + " " + number, header);
                for (List<String> row : rows) {
                    workbook.add(row);
                }
                workbook.finish();
            }
            case CSV -> writeCsv(out);
            case DOCX -> WordTable.write(out, title, header, rows);
        }
    }

    private void writeCsv(OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(BYTE_ORDER_MARK);
        CsvWriter csv = CsvWriter.builder().build(text);
        csv.writeRecord(header);
        for (List<String> row : rows) {
            csv.writeRecord(row.stream().map(CellOutput::neutralise).toList());
        }
        csv.flush();
    }
}
