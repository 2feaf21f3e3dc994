package org.xinheng.server.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.server.access.OpenToAll;
import org.xinheng.server.access.SignInWays;

/** Shows the sign-in pages; the doors judge what is typed there. */
@Controller
@OpenToAll
class LoginController {

    private final SignInWays ways;

    LoginController(SignInWays ways) {
        this.ways = ways;
    }

    @GetMapping("/login")
    Answer login(
            @RequestParam(required = false) @Nullable String failed,
            @RequestParam(required = false) @Nullable String unknown) {
        return new LoginPage(failed != null, unknown != null, ways.provider());
    }

    /** The step after the password, for accounts with a second factor. */
    @GetMapping("/login/code")
    Answer code(@RequestParam(required = false) @Nullable String failed) {
        return new LoginCodePage(failed != null);
    }
}
