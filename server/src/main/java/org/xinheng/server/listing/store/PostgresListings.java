package org.xinheng.server.listing.store;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.core.listing.Act;
import org.xinheng.core.listing.Chain;
import org.xinheng.core.listing.ListingStore;
import org.xinheng.core.listing.Officer;
import org.xinheng.core.listing.Proceeding;
import org.xinheng.core.listing.Proceeding.Subject;
import org.xinheng.core.listing.Stage;
import org.xinheng.core.listing.Step;
import org.xinheng.core.policy.ListRule.Nature;
import org.xinheng.core.policy.SubjectKind;
import org.xinheng.server.listing.store.Effects.Carrier;
import tools.jackson.databind.json.JsonMapper;

/** Proceedings in PostgreSQL. The database itself takes no entry without its chain. */
public final class PostgresListings implements ListingStore {

    /** Acts are kept as text. */
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Any number that nobody else takes for an advisory lock: "list" on a telephone's keys. */
    private static final int LOCK = 5478;

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final EntryRow entries;
    private final Effects effects;
    private final ZoneId zone;
    private final LongFunction<Set<Long>> ids;

    /** @param ids every id under which an organisation stands or stood: a merger opens no second proceeding */
    public PostgresListings(
            JdbcClient sql,
            TransactionTemplate transaction,
            Effects effects,
            ZoneId zone,
            LongFunction<Set<Long>> ids) {
        this.sql = sql;
        this.transaction = transaction;
        this.entries = new EntryRow(sql);
        this.effects = effects;
        this.zone = zone;
        this.ids = ids;
    }

    @Override
    public Optional<Proceeding> find(long id) {
        return proceedings("id = :a", id, 0, 1).stream().findFirst();
    }

    /** All of an organisation under whatever id it stood, newest first. */
    public List<Proceeding> ofOrganisation(long organisation) {
        Long[] all = ids.apply(organisation).toArray(Long[]::new);
        return proceedings("organisation_id = ANY (:b) AND id < :a", Long.MAX_VALUE, all, 1_000);
    }

    /** Newest first. @param authority id of a body; null for all. @param before number before which the page begins */
    public List<Proceeding> list(@Nullable String authority, long before, int limit) {
        return authority == null
                ? proceedings("id < :a", before, 0, limit)
                : proceedings("authority = :b AND id < :a", before, authority, limit);
    }

    private List<Proceeding> proceedings(String condition, long a, Object b, int limit) {
        List<Proceeding> heads = sql.sql(
                        "SELECT id, list, organisation_id, subject_kind, authority FROM listing.proceeding WHERE "
                                + condition + " ORDER BY id DESC LIMIT :limit")
                .param("a", a)
                .param("b", b)
                .param("limit", limit)
                .query((row, _) -> new Proceeding(
                        row.getLong(1),
                        row.getString(2),
                        new Subject(row.getLong(3), SubjectKind.valueOf(row.getString(4))),
                        row.getString(5),
                        List.of()))
                .list();
        List<Proceeding> whole = new ArrayList<>(heads.size());
        heads.forEach(head -> whole.add(
                stood(new Proceeding(head.id(), head.list(), head.subject(), head.authority(), steps(head.id())))));
        return whole;
    }

    /** With the end of its record, which may have come from outside. */
    private Proceeding stood(Proceeding proceeding) {
        boolean listed = proceeding.stage(LocalDate.MIN).listed();
        Long record = listed ? entries.recordOf(proceeding.id()) : null;
        return record == null ? proceeding : proceeding.ended(effects.ended(proceeding, record));
    }

    private List<Step> steps(long id) {
        return sql.sql("""
                        SELECT no, kind, content, actor, authority, post, taken_at, answer_by FROM listing.step
                        WHERE proceeding_id = :id ORDER BY no
                        """)
                .param("id", id)
                .query((row, _) -> new Step(
                        row.getInt(1),
                        JSON.readValue(
                                row.getString(3),
                                Act.Kind.valueOf(row.getString(2)).type()),
                        new Officer(row.getString(4), row.getString(5), Officer.Post.valueOf(row.getString(6))),
                        row.getObject(7, java.time.OffsetDateTime.class).toInstant(),
                        row.getObject(8, LocalDate.class)))
                .list();
    }

    @Override
    public Opened open(Opening opening, Step proposal, String key) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            lock(opening.subject().organisation());
            Optional<Proceeding> before = sql.sql("SELECT id FROM listing.proceeding WHERE form_key = :key")
                    .param("key", key)
                    .query(Long.class)
                    .optional()
                    .flatMap(this::find);
            if (before.isPresent()) {
                return new Opened.Before(before.get());
            }
            LocalDate day = LocalDate.ofInstant(proposal.at(), zone);
            for (Proceeding other : ofOrganisation(opening.subject().organisation())) {
                Stage stage = other.stage(day);
                if (other.list().equals(opening.list()) && (stage.open() || stage.listed())) {
                    return new Opened.GoesOn(other.id());
                }
            }
            return new Opened.New(opened(opening, proposal, key));
        }));
    }

    private Proceeding opened(Opening opening, Step proposal, String key) {
        long id = sql.sql("""
                        INSERT INTO listing.proceeding (form_key, list, nature, organisation_id, subject_kind, authority)
                        VALUES (:key, :list, :nature, :organisation, :kind, :authority) RETURNING id
                        """)
                .param("key", key)
                .param("list", opening.list())
                .param("nature", opening.nature().name())
                .param("organisation", opening.subject().organisation())
                .param("kind", opening.subject().kind().name())
                .param("authority", opening.authority())
                .query(Long.class)
                .single();
        insert(id, proposal);
        return new Proceeding(id, opening.list(), opening.subject(), opening.authority(), List.of(proposal));
    }

    /** Two proposals for one organisation wait for each other, under whichever of its ids they come. */
    private void lock(long organisation) {
        sql.sql("SELECT pg_advisory_xact_lock(:lock, :organisation)")
                .param("lock", LOCK)
                .param("organisation", (int) (long)
                        ids.apply(organisation).stream().min(Long::compare).orElse(organisation))
                .query((_, _) -> true)
                .list();
    }

    @Override
    public boolean append(Proceeding before, Step step, Nature nature) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            if (!insert(before.id(), step)) {
                return false;
            }
            Proceeding after = before.with(step);
            Long standing = entries.recordOf(after.id());
            Carrier carrier = step.act() instanceof Act.Serve ? enter(after, nature) : null;
            effects.follow(after, carrier, standing);
            return true;
        }));
    }

    private @Nullable Carrier enter(Proceeding proceeding, Nature nature) {
        Chain chain = Chain.of(nature, proceeding).orElseThrow(() -> new IncompleteChain(proceeding.id()));
        Carrier carrier = effects.carrier(proceeding, chain);
        entries.insert(proceeding, chain, carrier);
        return carrier;
    }

    /** @return false when another step has the number: of two at once one waits here for the other */
    private boolean insert(long id, Step step) {
        Act act = step.act();
        int inserted = sql.sql("""
                        INSERT INTO listing.step (proceeding_id, no, kind, paper_day, actor, authority, post, taken_at,
                            answer_by, positive, hearing, content)
                        VALUES (:id, :no, :kind, :day, :actor, :authority, :post, :at, :answerBy, :positive, :hearing, :content)
                        ON CONFLICT (proceeding_id, no) DO NOTHING
                        """)
                .param("id", id)
                .param("no", step.no())
                .param("kind", act.of().name())
                .param("day", act.on())
                .param("actor", step.by().name())
                .param("authority", step.by().authority())
                .param("post", step.by().post().name())
                .param("at", step.at().atOffset(ZoneOffset.UTC))
                .param("answerBy", step.answerBy(), java.sql.Types.DATE)
                .param("positive", positive(act), java.sql.Types.BOOLEAN)
                .param("hearing", hearing(act))
                .param("content", JSON.writeValueAsString(act))
                .update();
        return inserted == 1;
    }

    private static @Nullable Boolean positive(Act act) {
        return switch (act) {
            case Act.Answer answer -> answer.last();
            case Act.Decide decide -> decide.verdict() == Act.Decide.Verdict.LIST;
            case Act.Consent consent -> consent.given();
            default -> null;
        };
    }

    private static boolean hearing(Act act) {
        return act instanceof Act.Hear
                || (act instanceof Act.Answer answer && answer.form() == Act.Answer.Form.HEARING_REQUEST);
    }

    /** Whether a record of an organisation stands for an entry. */
    public boolean stands(long organisation, long recordId) {
        return entries.stands(organisation, recordId);
    }

    @Override
    public List<Long> entries() {
        return sql.sql("SELECT proceeding_id FROM listing.entry ORDER BY proceeding_id")
                .query(Long.class)
                .list();
    }
}
