package org.xinheng.server.measure.batch;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.xinheng.server.intake.SentTables;
import org.xinheng.server.measure.CheckText;
import org.xinheng.server.measure.batch.ListRefused.Why;
import org.xinheng.server.measure.question.QuestionReader;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.Words;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a list of codes: JSON arrays, objects with a {@code code} (one document or a line each, NDJSON), CSV with or without a header,
 * or a workbook. The first byte tells; a quoted code on each line is CSV and JSON at once. It is read to its end before anything is answered: a list that cannot be read
 * leaves no receipt, and senders that send all before they read anything are not kept waiting for each other.
 */
public final class CodeLists {

    private static final int HEAD = 4;
    private static final String CODE = "code";
    private static final JsonFactory JSON = new JsonFactory();

    private final SentTables tables;
    private final QuestionReader questions;
    private final BatchSettings settings;

    public CodeLists(SentTables tables, QuestionReader questions, BatchSettings settings) {
        this.tables = tables;
        this.questions = questions;
        this.settings = settings;
    }

    /**
     * @throws ListRefused when nothing of it is answered
     * @throws IOException when it broke off
     */
    public List<SentCode> read(InputStream sent, Words words) throws IOException {
        BufferedInputStream list = new BufferedInputStream(new Bounded(sent, words));
        list.mark(HEAD);
        byte[] head = list.readNBytes(HEAD);
        list.reset();
        Lines lines = new Lines(words);
        if (isJson(head)) {
            readJson(list, lines);
        } else {
            readTable(list, lines, words);
        }
        if (lines.codes.isEmpty()) {
            throw new ListRefused(Why.EMPTY, words.say(CheckText.BATCH_EMPTY));
        }
        return lines.codes;
    }

    private static boolean isJson(byte[] head) {
        for (byte one : head) {
            if (one == '{' || one == '[') {
                return true;
            }
            if (one > ' ' || one < 0) {
                return false;
            }
        }
        return false;
    }

    private static void readJson(InputStream list, Lines lines) throws IOException {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), list)) {
            int depth = 0;
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                switch (token) {
                    case START_OBJECT -> lines.add(codeOf(json));
                    case START_ARRAY -> depth++;
                    case END_ARRAY -> depth--;
                    case VALUE_STRING -> lines.add(json.getString());
                    default -> throw lines.unreadable();
                }
                if (depth > 1) {
                    throw lines.unreadable();
                }
            }
        } catch (JacksonException e) {
            // The exception quotes what was sent.
            throw e.getCause() instanceof ListRefused refused ? refused : lines.unreadable();
        }
    }

    /** The member {@code code} of an object whose others are of no interest; empty when it has none. */
    private static String codeOf(JsonParser json) {
        String code = "";
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean wanted = json.currentName().equals(CODE);
            if (json.nextToken() == JsonToken.VALUE_STRING && wanted) {
                code = json.getString();
            } else {
                json.skipChildren();
            }
        }
        return code;
    }

    private void readTable(InputStream list, Lines lines, Words words) throws IOException {
        Column column = new Column(words);
        try {
            tables.read(list, words, (sheet, row, cells) -> {
                if (column.isHeader(sheet, cells)) {
                    return;
                }
                lines.add(row, column.of(cells));
            });
        } catch (SentTables.Refused refused) {
            throw new ListRefused(Why.UNREADABLE, String.valueOf(refused.getMessage()));
        }
    }

    /** In which column codes stand: under a header that says so, else in the first cell of the first row that can be one. */
    private final class Column {

        private final Set<String> headers;
        private final Words words;
        private int sheet = -1;
        private int index;

        Column(Words words) {
            this.words = words;
            headers = Arrays.stream(Language.values())
                    .flatMap(language -> Arrays.stream(
                            Words.in(language).say(CheckText.BATCH_HEADERS).split(",")))
                    .collect(Collectors.toUnmodifiableSet());
        }

        /** Whether the first row of a sheet is a header; finds the column. */
        boolean isHeader(int ofSheet, String[] cells) throws ListRefused {
            if (ofSheet == sheet) {
                return false;
            }
            sheet = ofSheet;
            for (int i = 0; i < cells.length; i++) {
                if (headers.contains(cells[i].strip().toLowerCase(Locale.ROOT))) {
                    index = i;
                    return true;
                }
            }
            for (int i = 0; i < cells.length; i++) {
                if (questions.readCode(cells[i]).faults().isEmpty()) {
                    index = i;
                    return false;
                }
            }
            if (cells.length == 1) {
                index = 0;
                return false;
            }
            throw new ListRefused(Why.UNREADABLE, words.say(CheckText.BATCH_NO_COLUMN));
        }

        String of(String[] cells) {
            return index < cells.length ? cells[index] : "";
        }
    }

    private final class Lines {

        private final List<SentCode> codes = new ArrayList<>();
        private final Words words;

        Lines(Words words) {
            this.words = words;
        }

        void add(String code) throws ListRefused {
            add(codes.size() + 1, code);
        }

        void add(int line, String code) throws ListRefused {
            if (codes.size() == settings.lines()) {
                throw new ListRefused(Why.TOO_LONG, words.say(CheckText.BATCH_LINES, settings.lines()));
            }
            codes.add(SentCode.of(line, code));
        }

        ListRefused unreadable() {
            return new ListRefused(Why.UNREADABLE, words.say(CheckText.BATCH_JSON, codes.size() + 1));
        }
    }

    /** Ends where a list may be no larger. */
    private final class Bounded extends FilterInputStream {

        private final Words words;
        private long left = settings.size().toBytes();

        Bounded(InputStream in, Words words) {
            super(in);
            this.words = words;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int read = super.read(target, from, length);
            left -= Math.max(0, read);
            if (left < 0) {
                throw new ListRefused(
                        Why.TOO_LONG,
                        words.say(CheckText.BATCH_SIZE, settings.size().toMegabytes()));
            }
            return read;
        }
    }
}
