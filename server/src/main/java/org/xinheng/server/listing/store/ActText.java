package org.xinheng.server.listing.store;

import org.xinheng.core.listing.Act;
import tools.jackson.databind.json.JsonMapper;

/** An act as text, the way it is kept for good. */
final class ActText {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ActText() {}

    static String written(Act act) {
        return JSON.writeValueAsString(act);
    }

    static Act read(Act.Kind kind, String text) {
        return JSON.readValue(text, type(kind));
    }

    private static Class<? extends Act> type(Act.Kind kind) {
        return switch (kind) {
            case PROPOSE -> Act.Propose.class;
            case NOTIFY -> Act.Notify.class;
            case CONSENT -> Act.Consent.class;
            case ANSWER -> Act.Answer.class;
            case HEAR -> Act.Hear.class;
            case DECIDE -> Act.Decide.class;
            case SERVE -> Act.Serve.class;
            case ASK_REMOVAL -> Act.AskRemoval.class;
            case DECIDE_REMOVAL -> Act.DecideRemoval.class;
            case REVOKE -> Act.Revoke.class;
            case DROP -> Act.Drop.class;
        };
    }
}
