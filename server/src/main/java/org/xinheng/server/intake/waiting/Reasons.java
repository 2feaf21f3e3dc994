package org.xinheng.server.intake.waiting;

import org.xinheng.server.intake.WaitingRow;
import org.xinheng.server.web.Words;

/** Why a row waits, in the words of the findings. */
final class Reasons {

    private Reasons() {}

    static String of(WaitingRow row, Words words) {
        var sentence = words.find("findings", "finding." + row.cause().code());
        if (sentence == null) {
            throw new IllegalStateException("no sentence for " + row.cause());
        }
        return sentence;
    }
}
