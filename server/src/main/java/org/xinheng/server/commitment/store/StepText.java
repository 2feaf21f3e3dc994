package org.xinheng.server.commitment.store;

import org.xinheng.core.commitment.Act;
import tools.jackson.databind.json.JsonMapper;

/** An act as text, the way it is kept for good. */
final class StepText {

    private static final JsonMapper JSON = JsonMapper.shared();

    private StepText() {}

    static String written(Act act) {
        return JSON.writeValueAsString(act);
    }

    static Act read(Act.Kind kind, String text) {
        return JSON.readValue(text, type(kind));
    }

    private static Class<? extends Act> type(Act.Kind kind) {
        return switch (kind) {
            case SIGN -> Act.Sign.class;
            case WITHDRAW -> Act.Withdraw.class;
            case SUPPLY -> Act.Supply.class;
            case LAPSE -> Act.Lapse.class;
            case REVIEW -> Act.Review.class;
            case NOTIFY -> Act.Notify.class;
            case ANSWER -> Act.Answer.class;
            case DECIDE -> Act.Decide.class;
            case REPAIR -> Act.Repair.class;
        };
    }
}
