package org.xinheng.server.content;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a piece says. Where it speaks of an organisation, it holds the address of a record between {@code [[} and {@code ]]}.
 *
 * @param caption of the picture; blank where there is none
 * @param issuer of a policy document; blank for others
 * @param documentNumber of a policy document; blank for others
 */
public record Draft(
        String title,
        String body,
        String caption,
        String issuer,
        String documentNumber,
        @Nullable LocalDate documentDate) {}
