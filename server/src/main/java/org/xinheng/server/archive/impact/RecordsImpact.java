package org.xinheng.server.archive.impact;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.xinheng.core.impact.PolicyImpact;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.policy.PackImpact;

/** Judges every stored record under two editions of the rules. */
@Component
final class RecordsImpact implements PackImpact {

    private final Archive archive;

    RecordsImpact(Archive archive) {
        this.archive = archive;
    }

    /** @param position of the archive at which the records were read */
    record Read(PolicyImpact impact, long position) {}

    Read read(Policy before, Policy after, LocalDate on) {
        PolicyImpact impact = new PolicyImpact(before, after, on);
        Archive.Position position = archive.eachCurrent(
                List.copyOf(before.recordTypes().keySet()),
                version -> impact.add(version.type(), version.values(), version.address()));
        return new Read(impact, position.value());
    }

    @Override
    public PolicyImpact of(Policy before, Policy after, LocalDate on) {
        return read(before, after, on).impact();
    }
}
