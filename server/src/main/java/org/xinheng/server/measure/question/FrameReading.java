package org.xinheng.server.measure.question;

import java.util.List;
import org.xinheng.server.measure.question.Reading.Fault;

/** What came of reading all but the code. */
public sealed interface FrameReading {

    record InOrder(Frame frame) implements FrameReading {}

    record Faulty(List<Fault> faults) implements FrameReading {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /** Everything else is in order. */
    record NoSuchMatter() implements FrameReading {}
}
