package org.xinheng.testkit.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.evaluation.OrganisationFacts;
import org.xinheng.core.evaluation.RecordFact;
import org.xinheng.core.policy.CodeList;
import org.xinheng.core.policy.EvaluationModel;
import org.xinheng.core.policy.EvaluationModel.Indicator;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.policy.SubjectState;

/** Made-up organisations for one model: values that its conditions ask for, days at the edges of its periods. */
public final class RandomFacts {

    private static final List<String> CONDUCTS = List.of("无照经营", "超标排放", "虚假宣传", "未批先建");
    private static final Pattern NUMBER = Pattern.compile("\\d+\\.\\d+");
    private static final int DAYS_OF_RECORDS = 6 * 365;

    private final Random random;
    private final Policy policy;
    private final EvaluationModel model;
    private final LocalDate day;
    private final List<Indicator> indicators;
    private int next;

    /** @param day of the evaluation, around which the records lie */
    public RandomFacts(long seed, Policy policy, EvaluationModel model, LocalDate day) {
        random = new Random(seed);
        this.policy = policy;
        this.model = model;
        this.day = day;
        indicators = model.dimensions().stream()
                .flatMap(dimension -> dimension.indicators().stream())
                .toList();
    }

    /** An organisation, nearly always one that is rated, with so many records at most. */
    public OrganisationFacts organisation(int mostRecords) {
        List<RecordFact> records = new ArrayList<>();
        int count = random.nextInt(mostRecords + 1);
        for (int i = 0; i < count; i++) {
            records.add(record());
        }
        return new OrganisationFacts(identity(), records);
    }

    private OrganisationFacts.Identity identity() {
        LocalDate since = random.nextInt(20) == 0
                ? day.minus(model.scope().leastData()).plusDays(random.nextInt(3) - 1L)
                : day.minusDays(400 + random.nextInt(5000));
        List<String> prefixes = model.scope().prefixes();
        String prefix = prefixes.isEmpty() ? "91" : prefixes.getFirst();
        return switch (random.nextInt(60)) {
            case 0 -> new OrganisationFacts.Identity("92", SubjectState.EXISTING, since);
            case 1 -> new OrganisationFacts.Identity(prefix, SubjectState.DEREGISTERED, since);
            case 2 -> new OrganisationFacts.Identity(prefix, null, null);
            default -> new OrganisationFacts.Identity(prefix, SubjectState.EXISTING, since);
        };
    }

    /** A record of one of the types that the model looks at. */
    public RecordFact record() {
        Indicator indicator = indicators.get(random.nextInt(indicators.size()));
        RecordType type = policy.recordType(indicator.source().recordType()).orElseThrow();
        LocalDate decided = decidedOn(indicator);
        String severity = random.nextInt(4) == 0
                ? null
                : List.of("minor", "general", "severe").get(random.nextInt(3));
        return new RecordFact(
                "r" + next++,
                type.number(),
                new RecordFact.Days(
                        decided,
                        random.nextInt(4) == 0 ? day.plusDays(random.nextInt(200) - 40L) : null,
                        random.nextInt(3) == 0 ? null : decided.plusMonths(random.nextInt(13))),
                new RecordFact.Standing(severity, random.nextInt(12) == 0),
                values(type));
    }

    private LocalDate decidedOn(Indicator indicator) {
        int about = random.nextInt(3) - 1;
        return switch (random.nextInt(5)) {
            case 0 -> day.minus(indicator.source().lookBack()).plusDays(about);
            case 1 -> {
                EvaluationModel.Decay decay = indicator.weight().decay();
                yield decay == null
                        ? day.plusDays(about)
                        : day.minus(decay.after()).plusDays(about);
            }
            default -> day.minusDays(random.nextInt(DAYS_OF_RECORDS));
        };
    }

    private @Nullable String[] values(RecordType type) {
        @Nullable String[] values = new String[type.fields().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(type, type.fields().get(i));
        }
        return values;
    }

    private @Nullable String value(RecordType type, Field field) {
        if (field.role() == Field.Role.CONDUCT) {
            return random.nextInt(10) == 0 ? null : CONDUCTS.get(random.nextInt(CONDUCTS.size()));
        }
        return switch (field.type()) {
            case AMOUNT_WAN -> amount(type);
            case ENUM -> choice(type, field);
            case TEXT, DATE, INTEGER, USCC, ORGANISATION_CODE, REGISTRATION_NUMBER -> null;
        };
    }

    /** Mostly a bound that some condition of the model names, or a hair below. */
    private @Nullable String amount(RecordType type) {
        List<String> bounds = indicators.stream()
                .map(indicator -> indicator.source())
                .filter(source -> source.recordType().equals(type.id()) && source.when() != null)
                .flatMap(source -> NUMBER.matcher(
                                java.util.Objects.requireNonNull(source.when()).text())
                        .results()
                        .map(MatchResult::group))
                .toList();
        if (bounds.isEmpty() || random.nextInt(3) == 0) {
            return random.nextInt(3) == 0 ? null : Integer.toString(random.nextInt(300));
        }
        double bound = Double.parseDouble(bounds.get(random.nextInt(bounds.size())));
        return random.nextBoolean() ? Double.toString(bound) : Double.toString(bound - 0.000001);
    }

    private @Nullable String choice(RecordType type, Field field) {
        if (random.nextInt(12) == 0) {
            return null;
        }
        Set<String> all = new LinkedHashSet<>();
        if (field.role() == Field.Role.KIND) {
            indicators.stream()
                    .filter(one -> one.source().recordType().equals(type.id()))
                    .forEach(one -> all.addAll(one.source().kinds()));
        }
        Map<String, CodeList> lists = policy.codeLists();
        CodeList list = field.codeList() == null ? null : lists.get(field.codeList());
        if (list != null) {
            all.addAll(list.values().keySet());
        }
        List<String> values = List.copyOf(all);
        String first = values.get(random.nextInt(values.size()));
        return field.multiple() && random.nextBoolean()
                ? first + ";" + values.get(random.nextInt(values.size()))
                : first;
    }
}
