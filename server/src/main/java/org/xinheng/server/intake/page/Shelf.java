package org.xinheng.server.intake.page;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.intake.RowCounts;
import org.xinheng.server.intake.RowOutcome;
import org.xinheng.server.intake.RowReceipt;
import org.xinheng.server.intake.desk.IntakeText;
import org.xinheng.server.web.Text;

/** Ways to look at the rows of a delivery. */
public enum Shelf {
    OPEN("open", DeliveryText.ROWS_OPEN, RowOutcome.WAITING, RowOutcome.REFUSED, RowOutcome.OUT_OF_SCOPE),
    WAITING("waiting", IntakeText.OUTCOME_WAITING, RowOutcome.WAITING),
    REFUSED("refused", IntakeText.OUTCOME_REFUSED, RowOutcome.REFUSED),
    OUT_OF_SCOPE("out-of-scope", IntakeText.OUTCOME_OUT_OF_SCOPE, RowOutcome.OUT_OF_SCOPE),
    /** Taken, and yet there is something to look at: masked text, another person's name, a suspicious amount. */
    NOTED("noted", DeliveryText.ROWS_NOTED, RowOutcome.ACCEPTED, RowOutcome.UNCHANGED);

    private final String id;
    private final Text label;
    private final Set<RowOutcome> outcomes;

    Shelf(String id, Text label, RowOutcome first, RowOutcome... others) {
        this.id = id;
        this.label = label;
        this.outcomes = EnumSet.of(first, others);
    }

    /** Rows that were not accepted, unless something else was asked for. */
    static Shelf of(String id) {
        return Arrays.stream(values())
                .filter(shelf -> shelf.id.equals(id))
                .findFirst()
                .orElse(OPEN);
    }

    public String id() {
        return id;
    }

    public Text label() {
        return label;
    }

    Set<RowOutcome> outcomes() {
        return outcomes;
    }

    boolean takes(RowReceipt row) {
        return this != NOTED || !row.findings().isEmpty() || row.cause().code() != null;
    }

    /** How many rows it has; null where nobody counted. */
    public @Nullable Integer size(RowCounts counts) {
        return switch (this) {
            case OPEN -> counts.waiting() + counts.refused() + counts.outOfScope();
            case WAITING -> counts.waiting();
            case REFUSED -> counts.refused();
            case OUT_OF_SCOPE -> counts.outOfScope();
            case NOTED -> null;
        };
    }
}
