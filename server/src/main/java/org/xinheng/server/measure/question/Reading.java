package org.xinheng.server.measure.question;

import java.util.List;
import org.xinheng.server.measure.CheckText;
import org.xinheng.server.measure.Question;

/** What came of reading a question. */
public sealed interface Reading {

    record InOrder(Question question) implements Reading {}

    record Faulty(List<Fault> faults) implements Reading {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /** Everything else is in order. */
    record NoSuchMatter() implements Reading {}

    /**
     * @param field name of the part, as the API has it
     * @param facts of the sentence; never what was sent
     */
    record Fault(String field, CheckText text, Object... facts) {
        public Fault {
            facts = facts.clone();
        }
    }
}
