package org.xinheng.packs.table;

import java.util.List;

/** A pack or one of its tables cannot be used: where it is faulty and which fault it is; the words are chosen later. */
public final class FaultyTableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final long line;
    private final String code;
    private final transient List<String> facts;

    /**
     * @param file as a person finds it
     * @param line from 1; 0 when the whole file is meant
     * @param code stable id of the fault, e.g. {@code table.date}
     * @param facts what the sentence needs, in its order
     */
    public FaultyTableException(String file, long line, String code, String... facts) {
        super(file + ":" + line + ": " + code + " " + List.of(facts));
        this.file = file;
        this.line = line;
        this.code = code;
        this.facts = List.of(facts);
    }

    public String file() {
        return file;
    }

    public long line() {
        return line;
    }

    public String code() {
        return code;
    }

    public List<String> facts() {
        return facts;
    }
}
