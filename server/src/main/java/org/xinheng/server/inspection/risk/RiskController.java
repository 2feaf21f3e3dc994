package org.xinheng.server.inspection.risk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.Words;

/** The supervising room of those who inspect. What is asked is sent, not linked: no class stands behind an address. */
@Controller
@Requires(Permission.INSPECT)
class RiskController {

    private final RiskDesk desk;
    private final CurrentActor current;

    RiskController(RiskDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @GetMapping(RiskPage.PATH)
    RiskPage room(HttpServletRequest request) {
        return new RiskPage(desk.levels(words(request)), null, Map.of(), Map.of());
    }

    @PostMapping(RiskPage.PATH)
    RiskPage look(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String purpose,
            HttpServletRequest request) {
        Words words = words(request);
        FormCheck check = desk.check(words);
        RiskView found = desk.look(current.require(Permission.INSPECT), code, purpose, check, words);
        return new RiskPage(desk.levels(words), found, Map.of("code", code, "purpose", purpose), check.faults());
    }

    private static Words words(HttpServletRequest request) {
        return Words.in(Language.of(request));
    }
}
