package org.xinheng.server.inspection.risk;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Words;

/** Risk classes for programs of those who inspect. */
@RestController
class RiskApi {

    private final RiskDesk desk;
    private final CurrentActor current;

    RiskApi(RiskDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @Requires(Permission.INSPECT)
    @GetMapping("/api/v1/organisations/{code}/risk-class")
    RiskView show(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String purpose,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Words words = Words.accepted(language);
        FormCheck check = desk.check(words);
        RiskView found = desk.look(current.require(Permission.INSPECT), code, purpose, check, words);
        if (found == null) {
            throw check.problem();
        }
        return found;
    }
}
