package org.xinheng.server.evaluation.run;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.evaluation.Contribution;
import org.xinheng.core.evaluation.Evaluation;
import org.xinheng.core.evaluation.MainReasons;
import org.xinheng.core.evaluation.RecordFact;
import org.xinheng.core.evaluation.WhatIf;
import org.xinheng.core.policy.EvaluationModel;
import org.xinheng.core.policy.EvaluationModel.Dimension;
import org.xinheng.core.policy.EvaluationModel.Grade;
import org.xinheng.core.policy.EvaluationModel.Indicator;
import org.xinheng.server.evaluation.Explaining;

/**
 * An explanation in few bytes: ids of the model as numbers, each record once. A million of them would otherwise be most of what a run
 * writes. {@link #read} gives back all of it.
 *
 * <p>Version, points of the dimensions, addresses of records, then summands, reasons and ways out, each list after its length; numbers
 * in sevens of bits (as in Protocol Buffers), signed ones folded. Numbers of what may be missing are one higher, 0 being none.
 */
final class Packed {

    private static final byte VERSION = 1;
    /** How an explanation begins that an earlier release wrote as JSON. */
    private static final byte JSON = '{';

    private static final Contribution.Effect[] EFFECTS = Contribution.Effect.values();
    private static final MainReasons.Reason.Code[] CODES = MainReasons.Reason.Code.values();
    private static final WhatIf.Step[] STEPS = WhatIf.Step.values();
    private static final int SEVEN_BITS = 0x7F;
    private static final int MORE = 0x80;

    private final Map<Dimension, Integer> dimensions = new IdentityHashMap<>();
    private final Map<Indicator, Integer> indicators = new IdentityHashMap<>();
    private final Map<String, Integer> grades = new LinkedHashMap<>();
    private final Names names;

    /** What the numbers mean, in the order of the model. */
    record Names(List<String> dimensions, List<String> indicators, List<String> grades) {

        Names {
            dimensions = List.copyOf(dimensions);
            indicators = List.copyOf(indicators);
            grades = List.copyOf(grades);
        }
    }

    Packed(EvaluationModel model) {
        for (Dimension dimension : model.dimensions()) {
            dimensions.put(dimension, dimensions.size());
            for (Indicator indicator : dimension.indicators()) {
                indicators.put(indicator, indicators.size());
            }
        }
        for (Grade grade : model.grades()) {
            grades.put(grade.id(), grades.size());
        }
        names = new Names(
                model.dimensions().stream().map(Dimension::id).toList(),
                model.dimensions().stream()
                        .flatMap(dimension -> dimension.indicators().stream())
                        .map(one -> one.rule().id())
                        .toList(),
                List.copyOf(grades.keySet()));
    }

    Names names() {
        return names;
    }

    byte[] of(Evaluation result, List<MainReasons.Reason> reasons, List<WhatIf> whatIfs) {
        Writer writer = new Writer();
        Evaluation.Rated rated = result.rated().orElse(null);
        List<Contribution> lines = rated == null ? List.of() : rated.contributions();
        writer.number(VERSION);
        writer.number(rated == null ? 0 : rated.dimensions().size());
        if (rated != null) {
            rated.dimensions().forEach(writer::number);
        }
        Map<String, Integer> places = places(lines);
        writer.number(places.size());
        places.keySet().forEach(writer::text);
        writer.number(lines.size());
        for (Contribution line : lines) {
            RecordFact record = line.record();
            writer.number(line.effect().ordinal());
            writer.number(dimensions.getOrDefault(line.dimension(), 0));
            writer.number(numberOf(line.indicator()));
            writer.number(record == null ? 0 : 1 + places.getOrDefault(record.id(), 0));
            writer.signed(line.points());
        }
        writer.number(reasons.size());
        for (MainReasons.Reason reason : reasons) {
            writer.number(reason.code().ordinal());
            writer.number(numberOf(reason.indicator()));
            writer.signed(reason.points());
            writer.records(reason.records(), places);
            LocalDate latest = reason.latest();
            writer.number(latest == null ? 0 : 1 + Math.toIntExact(latest.toEpochDay()));
        }
        writer.number(whatIfs.size());
        for (WhatIf one : whatIfs) {
            writer.number(one.step().ordinal());
            writer.records(one.records(), places);
            writer.number(Math.toIntExact(one.from().toEpochDay()));
            writer.signed(one.points());
            writer.number(grades.getOrDefault(one.grade().id(), 0));
        }
        return writer.bytes();
    }

    private static Map<String, Integer> places(List<Contribution> lines) {
        Map<String, Integer> places = new LinkedHashMap<>();
        for (Contribution line : lines) {
            if (line.record() != null) {
                places.putIfAbsent(line.record().id(), places.size());
            }
        }
        return places;
    }

    private int numberOf(@Nullable Indicator indicator) {
        return indicator == null ? 0 : 1 + indicators.getOrDefault(indicator, 0);
    }

    /** The explanation as it was, or as an earlier release wrote it. */
    static Explaining read(byte[] packed, Names names) {
        if (packed[0] == JSON) {
            return Explaining.read(packed);
        }
        Reader reader = new Reader(ByteBuffer.wrap(packed), names);
        if (reader.number() != VERSION) {
            throw new IllegalArgumentException("no packed explanation of version " + VERSION);
        }
        return reader.explaining();
    }

    private static final class Writer {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);

        void number(int value) {
            int rest = value;
            while ((rest & ~SEVEN_BITS) != 0) {
                bytes.write(rest & SEVEN_BITS | MORE);
                rest >>>= 7;
            }
            bytes.write(rest);
        }

        void signed(int value) {
            number(value << 1 ^ value >> 31);
        }

        void text(String text) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            number(utf8.length);
            bytes.writeBytes(utf8);
        }

        void records(List<String> records, Map<String, Integer> places) {
            number(records.size());
            for (String record : records) {
                number(places.getOrDefault(record, 0));
            }
        }

        byte[] bytes() {
            return bytes.toByteArray();
        }
    }

    private record Reader(ByteBuffer bytes, Names names) {

        Explaining explaining() {
            List<Integer> dimensions = list(Reader::number);
            List<String> records = list(Reader::text);
            return new Explaining(
                    dimensions,
                    list(reader -> reader.line(records)),
                    list(reader -> reader.reason(records)),
                    list(reader -> reader.whatIf(records)));
        }

        private Explaining.Line line(List<String> records) {
            var effect = EFFECTS[number()];
            String dimension = names.dimensions().get(number());
            String indicator = indicator();
            int record = number();
            return new Explaining.Line(
                    effect, dimension, indicator, record == 0 ? null : records.get(record - 1), signed());
        }

        private Explaining.Reason reason(List<String> records) {
            var code = CODES[number()];
            String indicator = indicator();
            int points = signed();
            List<String> of = records(records);
            int latest = number();
            return new Explaining.Reason(
                    code, indicator, points, of, latest == 0 ? null : LocalDate.ofEpochDay(latest - 1L));
        }

        private Explaining.If whatIf(List<String> records) {
            return new Explaining.If(
                    STEPS[number()],
                    records(records),
                    LocalDate.ofEpochDay(number()),
                    signed(),
                    names.grades().get(number()));
        }

        private @Nullable String indicator() {
            int number = number();
            return number == 0 ? null : names.indicators().get(number - 1);
        }

        private List<String> records(List<String> records) {
            return list(reader -> records.get(reader.number()));
        }

        private <T> List<T> list(Function<Reader, T> element) {
            int size = number();
            List<T> all = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                all.add(element.apply(this));
            }
            return all;
        }

        private int number() {
            int value = 0;
            for (int shift = 0; ; shift += 7) {
                int next = bytes.get();
                value |= (next & SEVEN_BITS) << shift;
                if ((next & MORE) == 0) {
                    return value;
                }
            }
        }

        private int signed() {
            int folded = number();
            return folded >>> 1 ^ -(folded & 1);
        }

        private String text() {
            byte[] utf8 = new byte[number()];
            bytes.get(utf8);
            return new String(utf8, StandardCharsets.UTF_8);
        }
    }
}
