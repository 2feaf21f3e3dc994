package org.xinheng.server.web;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.access.SecondFactor;

/** A clerk sets up the second factor of the own account. */
@Controller
@Requires(Permission.OWN_ACCOUNT)
class SecondFactorController {

    private final SecondFactor factor;
    private final CurrentActor current;

    SecondFactorController(SecondFactor factor, CurrentActor current) {
        this.factor = factor;
        this.current = current;
    }

    @GetMapping("/account/second-factor")
    Answer show() {
        Actor actor = current.require(Permission.OWN_ACCOUNT);
        return factor.hasAccount(actor) ? page(actor, false) : noAccount();
    }

    /** A wrong code begins anew: the picture changes with it, so that no half of an old one stays behind. */
    @PostMapping("/account/second-factor")
    Answer confirm(@RequestParam(defaultValue = "") String code) {
        Actor actor = current.require(Permission.OWN_ACCOUNT);
        if (!factor.hasAccount(actor)) {
            return noAccount();
        }
        Optional<List<String>> recovery = factor.confirm(actor, code.strip());
        return recovery.isPresent() ? new RecoveryCodesPage(recovery.get()) : page(actor, true);
    }

    private static ErrorPage noAccount() {
        return new ErrorPage(HttpStatus.NOT_FOUND, ShellText.FACTOR_ELSEWHERE, ShellText.FACTOR_ELSEWHERE_ADVICE);
    }

    private SecondFactorPage page(Actor actor, boolean failed) {
        if (factor.stands(actor)) {
            return new SecondFactorPage(null, null, failed);
        }
        SecondFactor.Offered offered = factor.offer(actor);
        return new SecondFactorPage(offered.text(), QrPicture.of(offered.uri()), failed);
    }
}
