package org.xinheng.server.correction.notice;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.access.Actor;

/** Logs full notices in the log of reads, one entry each, durably before they are given out. */
public final class NoticeLog {

    private static final String READ = "correction.notice";

    private final JdbcClient sql;
    private final Clock clock;

    public NoticeLog(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** @throws org.springframework.dao.DataAccessException when it cannot be logged: then nothing may be given out */
    public void givenOut(Actor reader, List<Notice> notices) {
        if (notices.isEmpty()) {
            return;
        }
        int count = notices.size();
        sql.sql("""
                SELECT access.log_reads(:what, :at::timestamptz[], :actor::text[], :kind::text[], :source::text[],
                    :organisation::bigint[], :purpose::text[])
                """)
                .param("what", READ)
                .param("at", repeated(clock.instant().atOffset(ZoneOffset.UTC).toString(), count))
                .param("actor", repeated(reader.name(), count))
                .param("kind", repeated(reader.kind().name(), count))
                .param("source", reader.source() == null ? new String[count] : repeated(reader.source(), count))
                .param(
                        "organisation",
                        notices.stream().map(Notice::organisationId).toArray(Long[]::new))
                .param(
                        "purpose",
                        notices.stream()
                                .map(notice -> READ + " " + notice.number())
                                .toArray(String[]::new))
                .query((_, _) -> true)
                .list();
    }

    private static String[] repeated(String text, int count) {
        return Collections.nCopies(count, text).toArray(String[]::new);
    }
}
