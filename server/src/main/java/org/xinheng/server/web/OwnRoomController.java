package org.xinheng.server.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;

/** Sends whoever has signed in, from no page in particular, to the own room. */
@Controller
@Requires(Permission.OWN_ACCOUNT)
class OwnRoomController {

    private final Navigation navigation;
    private final CurrentActor current;

    OwnRoomController(Navigation navigation, CurrentActor current) {
        this.navigation = navigation;
        this.current = current;
    }

    @GetMapping("/room")
    Answer show() {
        return new Redirect(navigation.room(current.require(Permission.OWN_ACCOUNT)));
    }
}
