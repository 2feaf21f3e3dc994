package org.xinheng.benchmarks.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.evaluation.OrganisationFacts;
import org.xinheng.core.evaluation.RecordFact;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.policy.SubjectState;
import org.xinheng.core.record.CheckedRow;
import tools.jackson.databind.JsonNode;

/**
 * An organisation as the product exports it, for peers and product alike.
 *
 * @param facts for the product's own evaluation
 * @param records the same for peers
 */
record PeerOrganisation(
        long id,
        String prefix,
        @Nullable String state,
        @Nullable LocalDate knownSince,
        OrganisationFacts facts,
        List<PeerRecord> records) {

    /** Reads exported lines; the columns of a type are looked up once. */
    static final class Reader {

        private record Places(int fine, int performance, int conduct, int kind) {}

        private final Map<Integer, Places> places = new HashMap<>();

        Reader(Policy policy) {
            for (RecordType type : policy.recordTypes().values()) {
                places.put(
                        type.number(),
                        new Places(
                                indexOf(type, "CF_NR_FK"),
                                indexOf(type, "CN_ZT_LX"),
                                type.indexOf(Field.Role.CONDUCT),
                                type.indexOf(Field.Role.KIND)));
            }
        }

        private static int indexOf(RecordType type, String name) {
            return type.field(name).map(type.fields()::indexOf).orElse(-1);
        }

        PeerOrganisation read(JsonNode line) {
            List<RecordFact> facts = new ArrayList<>();
            for (JsonNode one : line.path("records")) {
                facts.add(fact(one));
            }
            String state = text(line.path("state"));
            LocalDate since = day(line.path("knownSince"));
            return of(
                    line.path("organisation").asLong(),
                    new OrganisationFacts(
                            new OrganisationFacts.Identity(
                                    line.path("prefix").asString(),
                                    state == null ? null : SubjectState.valueOf(state),
                                    since),
                            facts));
        }

        PeerOrganisation of(long id, OrganisationFacts facts) {
            var identity = facts.identity();
            return new PeerOrganisation(
                    id,
                    identity.prefix(),
                    identity.state() == null ? null : identity.state().name(),
                    identity.knownSince(),
                    facts,
                    facts.records().stream().map(this::record).toList());
        }

        private static RecordFact fact(JsonNode one) {
            return new RecordFact(
                    one.path("id").asString(),
                    one.path("type").asInt(),
                    new RecordFact.Days(
                            LocalDate.parse(one.path("decidedOn").asString()),
                            day(one.path("lastDay")),
                            day(one.path("earliestRepair"))),
                    new RecordFact.Standing(
                            text(one.path("severity")), one.path("disputed").asBoolean()),
                    one.path("values").valueStream().map(Reader::text).toArray(String[]::new));
        }

        private PeerRecord record(RecordFact fact) {
            Places at = Objects.requireNonNull(places.get(fact.type()));
            @Nullable String[] values = fact.values();
            String fine = value(values, at.fine());
            String kinds = value(values, at.kind());
            return new PeerRecord(
                    fact.id(),
                    fact.type(),
                    new PeerRecord.Days(
                            Math.toIntExact(fact.decidedOn().toEpochDay()),
                            fact.lastDay()
                                    .map(day -> Math.toIntExact(day.toEpochDay()))
                                    .orElse(PeerRecord.NEVER)),
                    fact.disputed(),
                    new PeerRecord.Columns(
                            fact.severity(),
                            fine == null ? null : Double.valueOf(fine),
                            value(values, at.performance()),
                            value(values, at.conduct()),
                            kinds == null ? List.of() : Arrays.asList(kinds.split(CheckedRow.VALUE_SEPARATOR, -1))));
        }

        private static @Nullable String value(@Nullable String[] values, int place) {
            return place < 0 ? null : values[place];
        }

        private static @Nullable String text(JsonNode node) {
            return node.isNull() ? null : node.asString();
        }

        private static @Nullable LocalDate day(JsonNode node) {
            return node.isNull() ? null : LocalDate.parse(node.asString());
        }
    }
}
