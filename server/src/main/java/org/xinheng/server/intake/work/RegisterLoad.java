package org.xinheng.server.intake.work;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.CodeList;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.policy.SubjectState;
import org.xinheng.core.record.CanonicalForm;
import org.xinheng.server.intake.Delivery;
import org.xinheng.server.intake.RowCause;
import org.xinheng.server.intake.spool.StagedRow;
import org.xinheng.server.intake.spool.Staging;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.RegisterImport;
import org.xinheng.server.organisation.RegisterOutcome;
import org.xinheng.server.organisation.RegisterRow;

/** Hands the rows of a register to the module that keeps it, and notes its answers. Runs in the closing transaction. */
final class RegisterLoad {

    private static final int BATCH = 5000;

    private final Staging staging;
    private final RegisterImport register;

    RegisterLoad(Staging staging, RegisterImport register) {
        this.staging = staging;
        this.register = register;
    }

    RowAnswers run(Delivery delivery, RecordType type, Policy policy) throws IOException {
        var answers = new RowAnswers(delivery.lastRow());
        var session = register.open(delivery.id(), delivery.source());
        var reading = new RegisterReading(type, policy);
        try (var rows = staging.rows(delivery.id())) {
            var batch = new ArrayList<RegisterRow>(BATCH);
            for (var row = rows.next(); row != null; row = rows.next()) {
                switch (row) {
                    case StagedRow.Usable usable -> batch.add(reading.row(usable));
                    case StagedRow.Refused refused -> answers.put(refused.row(), RowCause.CHECKS, 0);
                    case StagedRow.OutOfScope person -> answers.put(person.row(), RowCause.PERSON, 0);
                }
                if (batch.size() == BATCH) {
                    take(session.add(batch), answers);
                    batch.clear();
                }
            }
            take(session.add(batch), answers);
        }
        return answers;
    }

    private static void take(List<RegisterOutcome> outcomes, RowAnswers answers) {
        for (var outcome : outcomes) {
            int row = Math.toIntExact(outcome.rowNumber());
            answers.put(row, causeOf(outcome), 0);
            answers.add(row, outcome.findings());
        }
    }

    private static RowCause causeOf(RegisterOutcome outcome) {
        return switch (outcome.answer()) {
            case ACCEPTED -> outcome.findings().isEmpty() ? RowCause.NEW : RowCause.REGISTER_ACCEPTED_WITH_FINDINGS;
            case UNCHANGED -> RowCause.SAME_AS_ARCHIVE;
            case WAITING -> RowCause.REGISTER_WAITING;
            case REFUSED -> RowCause.REGISTER_REFUSED;
            case OUT_OF_SCOPE -> RowCause.PERSON;
        };
    }

    /** Finds by their roles what the register wants to know. */
    private static final class RegisterReading {

        private final CanonicalForm form;
        private final RecordType type;
        private final Map<String, SubjectState> states;

        RegisterReading(RecordType type, Policy policy) {
            this.type = type;
            form = CanonicalForm.of(type);
            var field = type.field(Field.Role.SUBJECT_STATE).orElse(null);
            var words = field == null ? null : field.codeList();
            CodeList list = words == null ? null : policy.codeLists().get(words);
            states = list == null ? Map.of() : list.states();
        }

        RegisterRow row(StagedRow.Usable usable) {
            var values = form.values(usable.payload());
            var registeredOn = value(values, Field.Role.REGISTERED_ON);
            var code = value(values, Field.Role.SUBJECT_CODE);
            return new RegisterRow(
                    usable.row(),
                    usable.name(),
                    code == null ? "" : code,
                    olderCodes(values),
                    state(value(values, Field.Role.SUBJECT_STATE)),
                    registeredOn == null ? null : LocalDate.parse(registeredOn),
                    value(values, Field.Role.ORGANISATION_TYPE),
                    value(values, Field.Role.REGISTERED_CAPITAL),
                    value(values, Field.Role.JURISDICTION),
                    value(values, Field.Role.PROVINCE),
                    value(values, Field.Role.CITY),
                    value(values, Field.Role.BUSINESS_SCOPE),
                    value(values, Field.Role.ENTERPRISE_SIZE));
        }

        private @Nullable String value(@Nullable String[] values, Field.Role role) {
            int index = type.indexOf(role);
            return index < 0 ? null : values[index];
        }

        private List<String> olderCodes(@Nullable String[] values) {
            var codes = new ArrayList<String>();
            for (int i = 0; i < values.length; i++) {
                var value = values[i];
                if (value != null && type.fields().get(i).role() == Field.Role.SUBJECT_OLDER_CODE) {
                    codes.add(value);
                }
            }
            return codes;
        }

        /** By what the code list of the field says that its words mean. */
        private Organisation.State state(@Nullable String value) {
            SubjectState state = value == null ? null : states.get(value);
            return switch (state) {
                case null -> Organisation.State.UNKNOWN;
                case EXISTING -> Organisation.State.EXISTING;
                case LICENCE_REVOKED -> Organisation.State.LICENCE_REVOKED;
                case DEREGISTERED -> Organisation.State.DEREGISTERED;
                case MOVED_OUT -> Organisation.State.MOVED_OUT;
                case CANCELLED -> Organisation.State.CANCELLED;
                case SUSPENDED -> Organisation.State.SUSPENDED;
            };
        }
    }
}
