package org.xinheng.server.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.server.access.OpenToAll;

/** Shows the sign-in page; the doors judge what is typed there. */
@Controller
@OpenToAll
class LoginController {

    @GetMapping("/login")
    Answer login(@RequestParam(required = false) @Nullable String failed) {
        return new LoginPage(failed != null);
    }
}
