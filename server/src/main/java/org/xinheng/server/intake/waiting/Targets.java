package org.xinheng.server.intake.waiting;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.intake.WaitingRows.Target;

/** Whom somebody chose: a candidate by its id, or a code that was typed, which goes before. */
final class Targets {

    private Targets() {}

    static Optional<Target> read(@Nullable String organisationId, @Nullable String code) {
        if (code != null && !code.isBlank()) {
            return Optional.of(new Target.Coded(code.strip()));
        }
        try {
            return organisationId == null || organisationId.isBlank()
                    ? Optional.empty()
                    : Optional.of(new Target.Known(Long.parseLong(organisationId.strip())));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
