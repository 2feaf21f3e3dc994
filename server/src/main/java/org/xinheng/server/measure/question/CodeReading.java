package org.xinheng.server.measure.question;

import java.util.List;
import org.xinheng.core.code.CodeFinding;
import org.xinheng.server.measure.question.Reading.Fault;

/** @param faults none when the code can be asked about */
public record CodeReading(CodeFinding finding, List<Fault> faults) {

    public CodeReading {
        faults = List.copyOf(faults);
    }
}
