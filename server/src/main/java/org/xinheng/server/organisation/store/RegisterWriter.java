package org.xinheng.server.organisation.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.core.code.CodeFinding;
import org.xinheng.server.organisation.CodeFault;

/** Gathers what a batch changes and writes it at once, at one position of the register. */
final class RegisterWriter {

    private static final String ORGANISATION = "organisation.organisation (id, code, position)";
    private static final String REGISTRATION =
            "organisation.registration (organisation_id, version, position, row_number, " + Particulars.COLUMNS + ")";
    private static final String QUEUE = "organisation.code_quality (fault, reason, raw_code, code, name, name_key,"
            + " organisation_id, position, row_number, " + Particulars.COLUMNS + ")";
    private static final String END_NAMES = """
            UPDATE organisation.name n SET until = ? FROM unnest(?, ?) AS e(organisation_id, ordinal)
             WHERE n.organisation_id = e.organisation_id AND n.ordinal = e.ordinal
            """;
    private static final String OLDER_CODES = """
            INSERT INTO organisation.older_code (code, kind, organisation_id, position, row_number)
            SELECT * FROM unnest(?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """;

    private final JdbcTemplate jdbc;
    private final JdbcClient sql;
    private final NameWriter nameWriter;
    private final long position;
    private final CopyRows organisations = new CopyRows();
    private final CopyRows registrations = new CopyRows();
    private final CopyRows queue = new CopyRows();
    private final List<NewName> names = new ArrayList<>();
    private final List<Known> pastNames = new ArrayList<>();
    private final Set<Evidence> evidence = new HashSet<>();

    RegisterWriter(DataSource dataSource, NameWriter nameWriter, long position) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.sql = JdbcClient.create(jdbc);
        this.nameWriter = nameWriter;
        this.position = position;
    }

    void open(long id, @Nullable String code) {
        organisations.number(id).text(code).number(position).end();
    }

    void register(long id, int version, ReadRow row) {
        registrations
                .number(id)
                .number(version)
                .number(position)
                .number(row.row().rowNumber());
        row.particulars().copy(registrations).end();
    }

    void name(long id, int ordinal, ReadRow row) {
        names.add(new NewName(
                id,
                ordinal,
                row.name(),
                row.nameKey(),
                false,
                position,
                row.row().rowNumber()));
    }

    /** The name's time ends here; the name stays. It is older than this delivery, which never gives two names to one code. */
    void endName(Known known) {
        pastNames.add(known);
    }

    void evidence(long id, CodeFinding older, long rowNumber) {
        evidence.add(new Evidence(older.normalised(), older.kind().word(), id, rowNumber));
    }

    void queue(CodeFault fault, String reason, ReadRow row, @Nullable Long organisationId) {
        queue.text(fault.name())
                .text(reason)
                .text(row.row().rawCode())
                .text(row.code().normalised())
                .text(row.name())
                .text(row.nameKey())
                .number(organisationId)
                .number(position)
                .number(row.row().rowNumber());
        row.particulars().copy(queue).end();
    }

    void write() {
        organisations.into(ORGANISATION, jdbc);
        registrations.into(REGISTRATION, jdbc);
        queue.into(QUEUE, jdbc);
        if (!pastNames.isEmpty()) {
            int _ = sql.sql(END_NAMES)
                    .params(
                            position,
                            pastNames.stream().map(Known::id).toArray(Long[]::new),
                            pastNames.stream().map(Known::ordinal).toArray(Integer[]::new))
                    .update();
        }
        nameWriter.write(names);
        if (!evidence.isEmpty()) {
            int _ = sql.sql(OLDER_CODES)
                    .params(
                            evidence.stream().map(Evidence::code).toArray(String[]::new),
                            evidence.stream().map(Evidence::kind).toArray(String[]::new),
                            evidence.stream().map(Evidence::id).toArray(Long[]::new),
                            evidence.stream().map(_ -> position).toArray(Long[]::new),
                            evidence.stream().map(Evidence::rowNumber).toArray(Long[]::new))
                    .update();
        }
    }

    private record Evidence(String code, String kind, long id, long rowNumber) {}
}
