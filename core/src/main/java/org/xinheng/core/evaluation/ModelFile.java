package org.xinheng.core.evaluation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.condition.ConditionCode;
import org.xinheng.core.policy.Condition;
import org.xinheng.core.policy.EvaluationModel;
import org.xinheng.core.policy.RecordType;

/**
 * A compiled model with the record types that it looks at, as bytes that can be sent to where no pack is read (已编译模型的传递形式):
 * plain data, and the class files of its conditions. Bytes of one edition are equal; another edition of the program may write
 * others, so they are no archive.
 */
public final class ModelFile {

    private static final String HEAD = "xinheng-model 1";
    private static final String PACKAGE = "org.xinheng.core.policy.";

    private ModelFile() {}

    /** @param types by id, those of the model */
    public record Handed(EvaluationModel model, Map<String, RecordType> types) {
        public Handed {
            types = Map.copyOf(types);
        }

        public Evaluator evaluator() {
            return Evaluator.of(model, types);
        }
    }

    /** @param types the catalogue, by id: of it only what the model names is written */
    public static byte[] write(EvaluationModel model, Map<String, RecordType> types) {
        Map<String, RecordType> named = new LinkedHashMap<>();
        for (String id :
                Evaluator.of(model, types).recordTypes().stream().sorted().toList()) {
            named.put(id, Objects.requireNonNull(types.get(id), () -> "no record type " + id));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(HEAD);
            value(out, model);
            value(out, named);
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    /** @throws IllegalArgumentException when the bytes are not those of {@link #write} */
    @SuppressWarnings("unchecked") // what was written with a type is read with it, or the casts below fail
    public static Handed read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (!in.readUTF().equals(HEAD)) {
                throw new IllegalArgumentException("another form of model, or none");
            }
            EvaluationModel model = (EvaluationModel) Objects.requireNonNull(value(in));
            return new Handed(model, (Map<String, RecordType>) Objects.requireNonNull(value(in)));
        } catch (IOException | ReflectiveOperationException | ClassCastException | NullPointerException e) {
            throw new IllegalArgumentException("no model: " + e.getMessage(), e);
        }
    }

    private static void value(DataOutputStream out, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> out.writeByte('0');
            case String text -> text(out, 's', text);
            case Integer number -> text(out, 'i', number.toString());
            case Long number -> text(out, 'l', number.toString());
            case Boolean flag -> text(out, 'b', flag.toString());
            case BigDecimal amount -> text(out, 'a', amount.toString());
            case LocalDate day -> text(out, 'd', day.toString());
            case Period period -> text(out, 'p', period.toString());
            case Enum<?> one -> {
                text(out, 'e', name(one.getDeclaringClass()));
                out.writeUTF(one.name());
            }
            case ConditionCode code -> {
                out.writeByte('c');
                out.writeInt(code.classFile().length);
                out.write(code.classFile());
            }
            case Condition condition -> {
                text(out, 't', condition.recordType());
                bytes(out, condition.text());
            }
            case Map<?, ?> map -> {
                out.writeByte('m');
                out.writeInt(map.size());
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    value(out, entry.getKey());
                    value(out, entry.getValue());
                }
            }
            case Collection<?> all -> {
                out.writeByte(all instanceof Set ? 'u' : 'v');
                out.writeInt(all.size());
                for (Object one : all) {
                    value(out, one);
                }
            }
            case Record one -> {
                text(out, 'r', name(one.getClass()));
                for (RecordComponent component : one.getClass().getRecordComponents()) {
                    value(out, component(one, component));
                }
            }
            default -> throw new IllegalArgumentException("no plain data: " + value.getClass());
        }
    }

    private static @Nullable Object component(Record one, RecordComponent component) {
        try {
            return component.getAccessor().invoke(one);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record answers for its parts", e);
        }
    }

    private static void text(DataOutputStream out, char kind, String text) throws IOException {
        out.writeByte(kind);
        bytes(out, text);
    }

    private static void bytes(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String name(Class<?> type) {
        if (!type.getName().startsWith(PACKAGE)) {
            throw new IllegalArgumentException("not of a policy: " + type);
        }
        return type.getName().substring(PACKAGE.length());
    }

    private static @Nullable Object value(DataInputStream in) throws IOException, ReflectiveOperationException {
        char kind = (char) in.readByte();
        return switch (kind) {
            case '0' -> null;
            case 's' -> text(in);
            case 'i' -> Integer.valueOf(text(in));
            case 'l' -> Long.valueOf(text(in));
            case 'b' -> Boolean.valueOf(text(in));
            case 'a' -> new BigDecimal(text(in));
            case 'd' -> LocalDate.parse(text(in));
            case 'p' -> Period.parse(text(in));
            case 'e' -> constant(Class.forName(PACKAGE + text(in)), in.readUTF());
            case 'c' -> new ConditionCode(bytes(in));
            case 't' ->
                new Condition(text(in), text(in), _ -> {
                    throw new IllegalStateException("a handed model runs as code only");
                });
            case 'm' -> map(in);
            case 'v' -> list(in);
            case 'u' -> new LinkedHashSet<>(list(in));
            case 'r' -> record(Class.forName(PACKAGE + text(in)), in);
            default -> throw new IllegalArgumentException("no kind of value: " + (int) kind);
        };
    }

    private static Object constant(Class<?> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> ((Enum<?>) one).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + name + " of " + type));
    }

    private static Map<Object, Object> map(DataInputStream in) throws IOException, ReflectiveOperationException {
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            map.put(Objects.requireNonNull(value(in)), Objects.requireNonNull(value(in)));
        }
        return map;
    }

    private static List<Object> list(DataInputStream in) throws IOException, ReflectiveOperationException {
        List<Object> list = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            list.add(Objects.requireNonNull(value(in)));
        }
        return list;
    }

    private static Object record(Class<?> type, DataInputStream in) throws IOException, ReflectiveOperationException {
        RecordComponent[] components = Objects.requireNonNull(type.getRecordComponents(), "a record");
        @Nullable Object[] parts = new Object[components.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = value(in);
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return type.getDeclaredConstructor(types).newInstance(parts);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        byte[] bytes = in.readNBytes(length);
        if (bytes.length != length) {
            throw new IOException("cut off");
        }
        return bytes;
    }
}
