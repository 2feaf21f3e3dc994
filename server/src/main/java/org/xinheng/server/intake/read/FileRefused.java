package org.xinheng.server.intake.read;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.xinheng.server.intake.FileFault;
import org.xinheng.server.intake.FileFinding;

/** The file cannot be read as a delivery, for reasons that its sender can act on. */
public final class FileRefused extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient List<FileFinding> findings;

    public FileRefused(FileFinding finding) {
        this(List.of(finding));
    }

    public FileRefused(List<FileFinding> findings) {
        super(findings.getFirst().code());
        this.findings = List.copyOf(findings);
    }

    boolean isOf(FileFault... faults) {
        var first = findings.getFirst().code();
        return Arrays.stream(faults).anyMatch(fault -> fault.code().equals(first));
    }

    /** The same, in a row; findings that know theirs keep it. */
    FileRefused inRow(int number) {
        return new FileRefused(findings.stream()
                .map(finding -> finding.row() == null ? finding.inRow(number) : finding)
                .toList());
    }

    /** The same, on a sheet and after others that were found there. */
    public FileRefused onSheet(String name, List<FileFinding> others) {
        return new FileRefused(Stream.concat(others.stream(), findings.stream())
                .map(finding -> finding.onSheet(name))
                .toList());
    }

    public List<FileFinding> findings() {
        return findings;
    }
}
