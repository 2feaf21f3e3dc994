package org.xinheng.server.intake.work;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.RecordType;
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

    RowAnswers run(Delivery delivery, RecordType type) throws IOException {
        var answers = new RowAnswers(delivery.lastRow());
        var session = register.open(delivery.id(), delivery.source());
        var reading = new RegisterReading(type);
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

        RegisterReading(RecordType type) {
            this.type = type;
            form = CanonicalForm.of(type);
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
                    named(values, "org_type"),
                    named(values, "registered_capital"),
                    value(values, Field.Role.JURISDICTION),
                    named(values, "province"),
                    named(values, "city"),
                    named(values, "business_scope_excerpt"));
        }

        private @Nullable String value(@Nullable String[] values, Field.Role role) {
            int index = type.indexOf(role);
            return index < 0 ? null : values[index];
        }

        private @Nullable String named(@Nullable String[] values, String name) {
            for (int i = 0; i < values.length; i++) {
                if (type.fields().get(i).name().equals(name)) {
                    return values[i];
                }
            }
            return null;
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

        /** Values of the national code list {@code subject-state}. */
        private static Organisation.State state(@Nullable String value) {
            return switch (value == null ? "" : value) {
                case "存续" -> Organisation.State.EXISTING;
                case "吊销" -> Organisation.State.LICENCE_REVOKED;
                case "注销" -> Organisation.State.DEREGISTERED;
                case "迁出" -> Organisation.State.MOVED_OUT;
                case "撤销" -> Organisation.State.CANCELLED;
                case "歇业" -> Organisation.State.SUSPENDED;
                default -> Organisation.State.UNKNOWN;
            };
        }
    }
}
