package org.xinheng.server.publicity.download;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.policy.Title;
import org.xinheng.core.record.DateWindow;
import org.xinheng.server.archive.RecordMark;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.organisation.Organisations.OrganisationLabel;
import org.xinheng.server.publicity.reading.RecordCard;
import org.xinheng.server.publicity.reading.RecordReader;
import org.xinheng.server.web.Words;

/**
 * Columns of the file of a type: where the record stands and until when, whom it concerns as the register writes it, then every field that
 * the catalogue opens to the public, as delivered. Nothing that the record's page does not show.
 */
public final class RecordColumns {

    private final RecordType type;
    private final List<Field> open;

    RecordColumns(RecordType type) {
        this.type = type;
        this.open = type.fields().stream().filter(RecordReader::open).toList();
    }

    /**
     * @param name of the column in files for programs
     * @param title of the column in files for people
     * @param meaning blank where the title says it all
     */
    public record Column(String name, Function<Words, String> title, Function<Words, String> meaning) {}

    /** Columns that every file begins with. */
    private static final List<Column> OWN = List.of(
            own("_record", DownloadText.COLUMN_RECORD, DownloadText.COLUMN_RECORD_HINT),
            own("_organisation", DownloadText.COLUMN_ORGANISATION, DownloadText.COLUMN_ORGANISATION_HINT),
            own("_code", DownloadText.COLUMN_CODE, DownloadText.COLUMN_CODE_HINT),
            own("_authority", DownloadText.COLUMN_AUTHORITY, DownloadText.COLUMN_AUTHORITY_HINT),
            own("_source", DownloadText.COLUMN_SOURCE, DownloadText.COLUMN_SOURCE_HINT),
            own("_decided", DownloadText.COLUMN_DECIDED, DownloadText.COLUMN_DAY_HINT),
            own("_shown_from", DownloadText.COLUMN_FROM, DownloadText.COLUMN_DAY_HINT),
            own("_shown_until", DownloadText.COLUMN_UNTIL, DownloadText.COLUMN_UNTIL_HINT),
            own("_marks", DownloadText.COLUMN_MARKS, DownloadText.COLUMN_MARKS_HINT));

    private static Column own(String name, DownloadText title, DownloadText meaning) {
        return new Column(name, words -> words.say(title), words -> words.say(meaning));
    }

    List<Column> all() {
        List<Column> all = new ArrayList<>(OWN);
        for (Field field : open) {
            Title hint = field.hint();
            all.add(new Column(
                    field.name(), words -> words.say(field.title()), words -> hint == null ? "" : words.say(hint)));
        }
        return all;
    }

    /** Cells in the order of the columns; blank where there is no value. */
    List<String> cells(RecordCard card, @Nullable OrganisationLabel party, String root) {
        RecordVersion version = card.version();
        DateWindow window = card.window();
        List<String> cells = new ArrayList<>();
        cells.add(root + card.path());
        cells.add(party == null ? "" : party.name());
        cells.add(party == null || party.code() == null ? "" : party.code());
        cells.add(card.authority());
        cells.add(card.source());
        cells.add(version.decidedOn().toString());
        cells.add(window == null ? "" : window.first().toString());
        cells.add(window == null || window.last() == null ? "" : window.last().toString());
        cells.add(card.shownMarks().stream().map(RecordColumns::mark).collect(Collectors.joining(" | ")));
        open.forEach(field -> cells.add(version.values().getOrDefault(field.name(), "")));
        return cells;
    }

    private static String mark(RecordMark mark) {
        String id = mark.kind().id();
        return mark.statement().isEmpty() ? id : id + ": " + mark.statement();
    }

    /** For programs: names and values, blank ones left out. */
    Map<String, String> named(List<String> cells) {
        List<Column> all = all();
        Map<String, String> named = new LinkedHashMap<>();
        named.put("_type", type.id());
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isBlank()) {
                named.put(all.get(i).name(), cells.get(i));
            }
        }
        return named;
    }
}
