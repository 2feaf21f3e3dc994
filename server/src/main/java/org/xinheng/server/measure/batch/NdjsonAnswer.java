package org.xinheng.server.measure.batch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.xinheng.server.measure.CheckText;
import org.xinheng.server.measure.Receipt;
import org.xinheng.server.measure.batch.BatchChecks.Line;
import org.xinheng.server.measure.question.Reading.Fault;
import org.xinheng.server.web.Words;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lines of an answer to a list, one JSON object each. {@code answer} comes last and holds the receipt byte for byte, so that its proof can
 * be verified. The last line says that the list is whole, or that it is not: without it nothing may be concluded for the lines that
 * did not come.
 */
public final class NdjsonAnswer implements BatchChecks.Sink {

    private static final JsonMapper JSON = new JsonMapper();

    private final OutputStream out;
    private final Words words;
    private long answered;
    private long faulty;

    public NdjsonAnswer(OutputStream out, Words words) {
        this.out = out;
        this.words = words;
    }

    @Override
    public void take(List<Line> lines) throws IOException {
        for (Line line : lines) {
            Receipt receipt = line.receipt();
            if (receipt == null) {
                faulty++;
                fault(line.number(), line.faults().getFirst());
            } else {
                answered++;
                ascii("{\"line\":" + line.number() + ",\"receiptId\":\"" + receipt.id() + "\",\"proof\":\""
                        + receipt.proof() + "\",\"answer\":");
                out.write(receipt.answer());
                ascii("}\n");
            }
        }
    }

    private void fault(int line, Fault fault) throws IOException {
        ascii("{\"line\":" + line + ",\"fault\":{\"field\":\"" + fault.field() + "\",\"message\":");
        out.write(JSON.writeValueAsBytes(words.say(fault.text(), fault.facts())));
        ascii("}}\n");
    }

    /** Whether anything was handed over: then the answer has begun. */
    public boolean begun() {
        return answered + faulty > 0;
    }

    /** Every line was answered or has its fault. */
    public void end() throws IOException {
        ascii("{\"complete\":true,\"answered\":" + answered + ",\"faults\":" + faulty + "}\n");
        out.flush();
    }

    /** Nothing can be said of the lines that did not come. */
    public void breakOff() throws IOException {
        ascii("{\"complete\":false,\"answered\":" + answered + ",\"faults\":" + faulty + ",\"message\":");
        out.write(JSON.writeValueAsBytes(words.say(CheckText.BATCH_BROKEN_OFF)));
        ascii("}\n");
        out.flush();
    }

    private void ascii(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
