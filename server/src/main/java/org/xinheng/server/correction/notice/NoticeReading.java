package org.xinheng.server.correction.notice;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.Field;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.archive.Archive.RecordHistory;
import org.xinheng.server.archive.RecordChanges.Kind;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.correction.notice.FullNotice.Concerned;
import org.xinheng.server.correction.notice.FullNotice.Party;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;

/** Reads from the archive what a notice is about; the same notice goes to many, so that the last ones read are remembered. */
public final class NoticeReading {

    private static final int REMEMBERED = 2_000;

    private final Archive archive;
    private final Organisations organisations;
    private final PolicyInForce inForce;
    private final Map<Long, FullNotice> remembered = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, FullNotice> eldest) {
            return size() > REMEMBERED;
        }
    });

    public NoticeReading(Archive archive, Organisations organisations, PolicyInForce inForce) {
        this.archive = archive;
        this.organisations = organisations;
        this.inForce = inForce;
    }

    public FullNotice full(Notice notice) {
        FullNotice known = remembered.get(notice.ordinal());
        if (known != null) {
            return known;
        }
        FullNotice read = read(notice);
        remembered.put(notice.ordinal(), read);
        return read;
    }

    private FullNotice read(Notice notice) {
        Optional<RecordHistory> history = archive.history(notice.opaqueId(), archive.position());
        return new FullNotice(
                notice.number().toString(),
                Long.toString(notice.ordinal()),
                notice.kind().name().toLowerCase(Locale.ROOT),
                action(notice),
                new Concerned(
                        notice.opaqueId(),
                        notice.recordType(),
                        notice.version(),
                        history.map(versions -> documentNumber(notice, versions.versions()))
                                .orElse(null)),
                organisations
                        .find(notice.organisationId())
                        .map(organisation -> new Party(organisation.code(), organisation.name()))
                        .orElse(null),
                history.map(RecordHistory::ended)
                        .filter(_ -> notice.kind() == Kind.WITHDRAWN)
                        .map(RecordHistory.Ended::statement)
                        .orElse(null),
                notice.writtenAt(),
                notice.dueOn(),
                "/api/v1/corrections/" + notice.number() + "/acknowledgement");
    }

    public static String action(Notice notice) {
        return notice.removes() ? "remove" : "replace";
    }

    private @Nullable String documentNumber(Notice notice, List<RecordVersion> versions) {
        RecordVersion version = versions.stream()
                .filter(candidate -> candidate.version() == notice.version())
                .findFirst()
                .orElse(versions.getLast());
        return inForce.policy()
                .recordType(notice.recordType())
                .flatMap(type -> type.field(Field.Role.DOCUMENT_NUMBER))
                .map(Field::name)
                .map(version.values()::get)
                .orElse(null);
    }
}
