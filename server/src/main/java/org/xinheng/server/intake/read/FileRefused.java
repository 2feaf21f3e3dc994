package org.xinheng.server.intake.read;

import java.io.IOException;
import java.util.List;
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

    public List<FileFinding> findings() {
        return findings;
    }
}
