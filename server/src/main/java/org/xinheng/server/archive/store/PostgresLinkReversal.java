package org.xinheng.server.archive.store;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.core.record.Commitment;
import org.xinheng.server.archive.Archive.Position;
import org.xinheng.server.archive.Ending;
import org.xinheng.server.archive.GateReview;
import org.xinheng.server.archive.LinkReversal;
import org.xinheng.server.archive.RecordLoading.Act;
import org.xinheng.server.archive.RecordWithdrawn;
import org.xinheng.server.archive.RecordsActivated;
import org.xinheng.server.archive.store.RecordAddresses.Place;

/**
 * Takes a link back: a first version ends, a later one is followed by what stood before it, as a version of its own.
 */
final class PostgresLinkReversal implements LinkReversal {

    private static final String COPIED = "first_received_at, row_no, decided_on, first_shown, last_shown,"
            + " earliest_repair, source, authority, gate_reasons, severity, type, gate, to_be_confirmed, historical, payload";

    /** The document is the link's own entry in the queue of the intake. */
    private static final Endings.Cause NEVER_ITS_OWN = new Endings.Cause(Ending.UNLINKED, null, "-", null, "");

    private final JdbcClient sql;
    private final Endings endings;
    private final Stores stores;
    private final GateReview review;
    private final ApplicationEventPublisher events;
    private final SecureRandom random = new SecureRandom();

    PostgresLinkReversal(
            JdbcClient sql, Endings endings, Stores stores, GateReview review, ApplicationEventPublisher events) {
        this.sql = sql;
        this.endings = endings;
        this.stores = stores;
        this.review = review;
        this.events = events;
    }

    /**
     * The last version of all, and the last one that brought content: what the gate said of it since stands above it.
     * Versions that are still being loaded count: the place of the next one is theirs.
     */
    private record Last(int version, int content, long act) {

        int before() {
            return content - 1;
        }
    }

    @Override
    public Reversal takeBack(Act act, long link, long organisationId, long recordId) {
        stores.acts().lock();
        var place = new Place(organisationId, recordId);
        var last = last(place);
        if (last.isEmpty() || !brought(place, link)) {
            return new Reversal.NothingBrought();
        }
        var ended = endings.find(place, last.get().version(), stores.acts().last());
        if (ended.isPresent()) {
            return new Reversal.Ended(ended.get().ending());
        }
        if (last.get().act() != link) {
            return new Reversal.LaterVersion();
        }
        if (stoodBefore(place, last.get().before())) {
            copy(place, last.get(), act.id());
            var position = activate(act);
            // What stood before was judged when it came, and rules went on since.
            review.broughtBy(act.id(), "", Instant.EPOCH);
            return new Reversal.Done(position);
        }
        endings.add(place, last.get().version(), act.id(), NEVER_ITS_OWN);
        var position = activate(act);
        events.publishEvent(new RecordWithdrawn(
                position.value(), stores.addresses().address(organisationId, recordId), Ending.UNLINKED));
        return new Reversal.Done(position);
    }

    private Optional<Last> last(Place place) {
        return sql.sql("""
                        SELECT max(v.version_no) OVER (), v.version_no, v.delivery_id
                        FROM archive.version v LEFT JOIN archive.act a ON a.id = v.delivery_id
                        WHERE v.organisation_id = :organisation AND v.record_id = :record
                        ORDER BY a.kind IS NOT DISTINCT FROM :review, v.version_no DESC LIMIT 1
                        """)
                .param("review", Act.Kind.GATE_REVIEW.ordinal())
                .param("organisation", place.organisationId())
                .param("record", place.recordId())
                .query((row, _) -> new Last(row.getInt(1), row.getInt(2), row.getLong(3)))
                .optional();
    }

    private boolean brought(Place place, long link) {
        return !sql.sql("""
                        SELECT 1 FROM archive.version
                        WHERE organisation_id = :organisation AND record_id = :record AND delivery_id = :link
                        """)
                .param("organisation", place.organisationId())
                .param("record", place.recordId())
                .param("link", link)
                .query(Integer.class)
                .list()
                .isEmpty();
    }

    /** Whether the version before stood when the link came: there was one, and no link of it had been taken back. */
    private boolean stoodBefore(Place place, int version) {
        return version > 0 && endings.find(place, version, stores.acts().last()).isEmpty();
    }

    private void copy(Place place, Last last, long act) {
        var payload = payload(place, last.before());
        var salt = new byte[Commitment.SALT_BYTES];
        random.nextBytes(salt);
        // An erased version stays erased: its commitment goes on, without salt and content.
        var commitment = payload == null ? null : Commitment.to(salt, payload);
        sql.sql(
                        "INSERT INTO archive.version (organisation_id, record_id, delivery_id, version_no, algorithm, commitment,"
                                + " salt, " + COPIED + ") SELECT organisation_id, record_id, :act, :version,"
                                + " coalesce(:algorithm, algorithm), coalesce(:commitment, commitment), :salt, "
                                + COPIED
                                + " FROM archive.version WHERE organisation_id = :organisation AND record_id = :record"
                                + " AND version_no = :before")
                .param("act", act)
                .param("version", last.version() + 1)
                .param("algorithm", commitment == null ? null : commitment.algorithm(), java.sql.Types.SMALLINT)
                .param("commitment", commitment == null ? null : commitment.digest(), java.sql.Types.BINARY)
                .param("salt", commitment == null ? null : salt, java.sql.Types.BINARY)
                .param("organisation", place.organisationId())
                .param("record", place.recordId())
                .param("before", last.before())
                .update();
    }

    private byte @Nullable [] payload(Place place, int version) {
        return sql.sql("""
                        SELECT payload FROM archive.version
                        WHERE organisation_id = :organisation AND record_id = :record AND version_no = :version
                        """)
                .param("organisation", place.organisationId())
                .param("record", place.recordId())
                .param("version", version)
                .query((row, _) -> Optional.ofNullable(row.getBytes(1)))
                .single()
                .orElse(null);
    }

    private Position activate(Act act) {
        var position = stores.acts().activate(act);
        events.publishEvent(new RecordsActivated(position.value(), act.id()));
        return position;
    }
}
