package org.xinheng.server.publicity.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.CodeList;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.GateRules;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.policy.SeverityClass;
import org.xinheng.core.policy.Title;
import org.xinheng.server.archive.RecordVersion;

/** Reads record versions under a policy. No field that the catalogue does not open to the public passes here. */
public final class RecordReader {

    /** What a record is called by, the first of them that it has. */
    private static final List<Field.Role> WHAT =
            List.of(Field.Role.DOCUMENT_TITLE, Field.Role.CONDUCT, Field.Role.CONTENT);

    private final Policy policy;
    private final Map<String, Readable> types = new HashMap<>();
    private final Reasons reasons;

    public RecordReader(Policy policy) {
        this(policy, publicTypes(policy));
    }

    private RecordReader(Policy policy, List<RecordType> read) {
        this.policy = policy;
        read.forEach(type -> types.put(type.id(), Readable.of(type)));
        this.reasons = new Reasons(policy);
    }

    /**
     * A type with what the catalogue opens of it.
     *
     * @param open in the order of the catalogue
     * @param byRole the first of each role, where it is open
     */
    private record Readable(RecordType type, List<Field> open, Map<Field.Role, Field> byRole) {

        static Readable of(RecordType type) {
            Map<Field.Role, Field> byRole = new EnumMap<>(Field.Role.class);
            for (Field.Role role : Field.Role.values()) {
                type.field(role).filter(RecordReader::open).ifPresent(field -> byRole.put(role, field));
            }
            return new Readable(
                    type, type.fields().stream().filter(RecordReader::open).toList(), byRole);
        }

        @Nullable
        String value(RecordVersion version, Field.Role role) {
            Field field = byRole.get(role);
            String value = field == null ? null : version.values().get(field.name());
            return value == null || value.isBlank() ? null : value;
        }
    }

    /** For the organisation itself: also types that the public does not see; of each the fields that the catalogue opens. */
    public static RecordReader forSubject(Policy policy) {
        return new RecordReader(policy, archived(policy));
    }

    /** Record types that are kept in the archive, in the order of the catalogue. */
    public static List<RecordType> archived(Policy policy) {
        return policy.recordTypes().values().stream()
                .filter(type -> type.target() == RecordType.Target.ARCHIVE)
                .toList();
    }

    /** Record types that the public may see, in the order of the catalogue. */
    public static List<RecordType> publicTypes(Policy policy) {
        return archived(policy).stream()
                .filter(type -> type.openness() == RecordType.Openness.PUBLIC)
                .toList();
    }

    /** Those that the place shows first; all of them where its pack names none. */
    public static List<RecordType> frontTypes(Policy policy) {
        List<String> front = policy.place().front();
        List<RecordType> all = publicTypes(policy);
        return front.isEmpty()
                ? all
                : front.stream()
                        .flatMap(id -> all.stream().filter(type -> type.id().equals(id)))
                        .toList();
    }

    /** @throws IllegalArgumentException when the record's type is not among those that are read: nothing of it may be shown */
    public RecordCard read(RecordVersion version) {
        Readable type = readable(version);
        return read(type, version, reasons.read(version.gateReasons()), fields(type, version));
    }

    /** Without reasons and fields, for pages that show many records in short. Else as {@link #read}. */
    public RecordCard inShort(RecordVersion version) {
        return read(readable(version), version, List.of(), List.of());
    }

    private Readable readable(RecordVersion version) {
        Readable type = types.get(version.type());
        if (type == null) {
            throw new IllegalArgumentException("not a record type that may be shown: " + version.type());
        }
        return type;
    }

    private RecordCard read(Readable type, RecordVersion version, List<Reason> reasons, List<FieldView> fields) {
        return new RecordCard(
                version,
                type.type(),
                what(type, version),
                kinds(type, version),
                type.value(version, Field.Role.DOCUMENT_NUMBER),
                body(type, version, Field.Role.AUTHORITY_NAME, version.authorityCode()),
                body(type, version, Field.Role.SOURCE_NAME, version.sourceCode()),
                type.value(version, Field.Role.LEGAL_BASIS),
                severity(version),
                reasons,
                fields);
    }

    private static String what(Readable type, RecordVersion version) {
        for (Field.Role role : WHAT) {
            String value = type.value(version, role);
            if (value != null) {
                return value;
            }
        }
        return type.type().title().zh();
    }

    private List<Title> kinds(Readable type, RecordVersion version) {
        Field field = type.byRole().get(Field.Role.KIND);
        String value = field == null ? null : version.values().get(field.name());
        return field == null || value == null ? List.of() : choices(field, value);
    }

    private String body(Readable type, RecordVersion version, Field.Role role, String code) {
        String named = type.value(version, role);
        return named != null
                ? named
                : policy.authority(code).map(Authority::name).map(Title::zh).orElse(code);
    }

    private @Nullable Title severity(RecordVersion version) {
        GateRules gate = policy.gates().get(version.type());
        SeverityClass found = gate == null || version.severity() == null
                ? null
                : gate.classes().get(version.severity());
        return found == null ? null : found.title();
    }

    private List<FieldView> fields(Readable type, RecordVersion version) {
        List<FieldView> views = new ArrayList<>();
        for (Field field : type.open()) {
            String value = version.values().get(field.name());
            if (value != null && !value.isBlank()) {
                views.add(new FieldView(field.title(), form(field, value)));
            }
        }
        return views;
    }

    private FieldView.Value form(Field field, String value) {
        return switch (field.type()) {
            case TEXT, INTEGER -> new FieldView.Words(value);
            case USCC, ORGANISATION_CODE, REGISTRATION_NUMBER -> new FieldView.Code(value);
            case AMOUNT_WAN -> new FieldView.Amount(value);
            case ENUM -> new FieldView.Choice(choices(field, value));
            case DATE -> day(field, value);
        };
    }

    private static FieldView.Value day(Field field, String value) {
        try {
            LocalDate day = LocalDate.parse(value);
            int longTerm = field.bounds().longTermFromYear();
            return longTerm > 0 && day.getYear() >= longTerm ? new FieldView.LongTerm() : new FieldView.Day(day);
        } catch (DateTimeException e) {
            return new FieldView.Words(value); // kept as delivered, shown as delivered
        }
    }

    private List<Title> choices(Field field, String value) {
        CodeList list = field.codeList() == null ? null : policy.codeLists().get(field.codeList());
        if (list == null) {
            return List.of(new Title(value, value));
        }
        List<Title> titles = new ArrayList<>();
        for (String part : field.multiple() ? split(value, list.separators()) : List.of(value)) {
            titles.add(Optional.ofNullable(list.values().get(part)).orElse(new Title(part, part)));
        }
        return titles;
    }

    private static List<String> split(String value, String separators) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            if (separators.indexOf(value.charAt(i)) < 0) {
                part.append(value.charAt(i));
            } else if (!part.isEmpty()) {
                parts.add(part.toString().strip());
                part.setLength(0);
            }
        }
        if (!part.isEmpty()) {
            parts.add(part.toString().strip());
        }
        return parts;
    }

    /** Whether the catalogue opens the field to the public. */
    public static boolean open(Field field) {
        return field.privacy() == Field.Privacy.PUBLIC || field.privacy() == Field.Privacy.FREE_TEXT;
    }
}
