package org.xinheng.packs;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.Place;
import org.xinheng.core.policy.Title;
import org.xinheng.core.policy.Validity;

/** Reads {@code place.yaml} (identity of the place) and {@code authorities.yaml} with its table (单位). */
final class PlaceReader {

    private static final List<String> COLUMNS =
            List.of("id", "code", "name_zh", "name_en", "division", "from", "to", "successor");

    /** Most days that the ledger of what ends looks ahead. */
    private static final int MOST_ENDING_DAYS = 90;

    private final Reading reading;

    PlaceReader(Reading reading) {
        this.reading = reading;
    }

    Place place(Block block) {
        List<Place.Division> counties = new ArrayList<>();
        for (Block county : block.blocks("counties")) {
            counties.add(new Place.Division(county.text("code"), new Title(county.text("zh"), county.text("en"))));
            county.end();
        }
        Place place = new Place(
                reading.title(block, "name"),
                block.text("division"),
                reading.title(block, "lead-authority"),
                reading.title(block, "platform"),
                counties,
                block.text("registration-source"),
                block.has("portal-front") ? block.texts("portal-front") : List.of(),
                network(block),
                secondPerson(block),
                rooms(block));
        block.end();
        return place;
    }

    private static Place.Rooms rooms(Block block) {
        Block rooms = block.block("rooms");
        Place.Rooms read = new Place.Rooms(rooms.integer("ending-days", 1, MOST_ENDING_DAYS));
        rooms.end();
        return read;
    }

    /** Two persons wherever the pack does not say that one will do. */
    private static boolean secondPerson(Block block) {
        Block activation = block.blockOrNull("activation");
        if (activation == null) {
            return true;
        }
        boolean second = activation.flag("second-person", true);
        activation.end();
        return second;
    }

    private Place.Network network(Block block) {
        List<Place.Department> departments = new ArrayList<>();
        for (Block item : block.blocks("departments")) {
            departments.add(new Place.Department(item.text("id"), new Title(item.text("zh"), item.text("en"))));
            item.end();
        }
        Block superior = block.blockOrNull("superior");
        Block portal = block.blockOrNull("publishes-on");
        Place.Network network = new Place.Network(
                departments,
                superior == null
                        ? null
                        : new Place.Division(
                                superior.text("code"), new Title(superior.text("zh"), superior.text("en"))),
                portal == null ? null : new Place.Portal(portal.text("division"), reading.title(portal, "title")));
        if (superior != null) {
            superior.end();
        }
        if (portal != null) {
            portal.end();
        }
        return network;
    }

    /** The table's rule is read too: it says where the list of bodies comes from. */
    List<Authority> authorities(Block head, PackFiles files) {
        reading.rule(head);
        String own = Position.of(head.node()).file();
        String path = own.substring(0, own.lastIndexOf('/') + 1) + head.text("table");
        head.end();
        String text = files.table(path).orElse(null);
        if (text == null) {
            reading.faults().add(head.at("table"), "table.file-missing");
            return List.of();
        }
        List<Authority> authorities = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (NamedCsvRecord row : csv) {
                if (!row.getHeader().equals(COLUMNS)) {
                    reading.faults().add(new Position(path, 1, 0), "table.columns", String.join(",", COLUMNS));
                    return List.of();
                }
                authorities.add(authority(row, path, seen));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return authorities;
    }

    private Authority authority(NamedCsvRecord row, String path, Set<String> seen) {
        Position position = new Position(path, (int) row.getStartingLineNumber(), 0);
        String code = row.getField("code");
        String id = row.getField("id");
        if (!seen.add(code) || !seen.add(id)) {
            reading.faults().add(position, "rule.id-doubled", id + " / " + code);
        }
        for (String column : List.of("id", "code", "name_zh", "name_en", "division")) {
            if (row.getField(column).isBlank()) {
                reading.faults().add(position, "key.missing", column);
            }
        }
        LocalDate from = date(row.getField("from"), position);
        LocalDate to = row.getField("to").isBlank() ? null : date(row.getField("to"), position);
        if (from != null && to != null && to.isBefore(from)) {
            reading.faults().add(position, "rule.dates-reversed", from.toString(), to.toString());
            to = null;
        }
        String successor = row.getField("successor").isBlank() ? null : row.getField("successor");
        return new Authority(
                code,
                id,
                new Title(row.getField("name_zh"), row.getField("name_en")),
                row.getField("division"),
                new Validity(from == null ? LocalDate.EPOCH : from, to),
                successor);
    }

    private @Nullable LocalDate date(String text, Position position) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            reading.faults().add(position, "value.date", text);
            return null;
        }
    }
}
