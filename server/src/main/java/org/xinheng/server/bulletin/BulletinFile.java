package org.xinheng.server.bulletin;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.Bulletin;
import org.xinheng.core.policy.Bulletin.Place;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.RecordType;
import org.xinheng.server.bulletin.MonthFigures.Told;

/** The report of a month as the file that the speaker would deliver: one row for each body, fields found by their roles. */
final class BulletinFile {

    private final Bulletin bulletin;
    private final RecordType type;
    private final Authority speaker;
    private final YearMonth month;
    private final LocalDate today;

    BulletinFile(Bulletin bulletin, RecordType type, Authority speaker, YearMonth month, LocalDate today) {
        this.bulletin = bulletin;
        this.type = type;
        this.speaker = speaker;
        this.month = month;
        this.today = today;
    }

    String write(List<Told> told) {
        StringWriter text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().build(text)) {
            writer.writeRecord(type.fields().stream()
                    .filter(field -> field.privacy() != Field.Privacy.DROPPED)
                    .map(Field::name)
                    .toList());
            for (int i = 0; i < told.size(); i++) {
                Told one = told.get(i);
                Map<Place, String> places = places(one, i + 1);
                writer.writeRecord(type.fields().stream()
                        .filter(field -> field.privacy() != Field.Privacy.DROPPED)
                        .map(field -> value(field, one, places))
                        .toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private Map<Place, String> places(Told one, int count) {
        Map<Place, String> places = new EnumMap<>(Place.class);
        places.put(Place.BODY, one.body().name());
        places.put(Place.YEAR, Integer.toString(month.getYear()));
        places.put(Place.MONTH, Integer.toString(month.getMonthValue()));
        places.put(Place.COUNT, Integer.toString(count));
        places.put(Place.RATED, Long.toString(one.onTime().whole()));
        places.put(Place.ON_TIME, Long.toString(one.onTime().part()));
        places.put(Place.ON_TIME_PERCENT, Long.toString(one.onTime().percent()));
        places.put(Place.JUDGED, Long.toString(one.wellFormed().whole()));
        places.put(Place.USABLE, Long.toString(one.wellFormed().part()));
        places.put(Place.USABLE_PERCENT, Long.toString(one.wellFormed().percent()));
        places.put(Place.KIND, one.level().kind());
        return places;
    }

    private String value(Field field, Told one, Map<Place, String> places) {
        Bulletin.Form form = bulletin.form();
        if (field.name().equals(form.onTime())) {
            return String.valueOf(places.get(Place.ON_TIME_PERCENT));
        }
        if (field.name().equals(form.wellFormed())) {
            return String.valueOf(places.get(Place.USABLE_PERCENT));
        }
        return switch (field.role()) {
            case SUBJECT_NAME -> one.body().name();
            case SUBJECT_CODE -> String.valueOf(one.body().code());
            case DOCUMENT_NUMBER -> Bulletin.filled(form.number(), places);
            case DOCUMENT_TITLE -> Bulletin.filled(form.period(), places);
            case KIND -> one.level().kind();
            case CONTENT -> Bulletin.filled(form.content(), places);
            case DECIDED_ON -> today.toString();
            case AUTHORITY_NAME, SOURCE_NAME -> speaker.name().zh();
            case AUTHORITY_CODE, SOURCE_CODE -> speaker.code();
            default -> "";
        };
    }
}
