package org.xinheng.server.consent.page;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.xinheng.server.access.OpenToAll;
import org.xinheng.server.consent.desk.Surroundings;

/** Scenes of incentives (信易+应用场景) for everybody. */
@Controller
@OpenToAll
class ScenesController {

    private final Surroundings around;

    ScenesController(Surroundings around) {
        this.around = around;
    }

    @GetMapping(ScenesPage.PATH)
    ScenesPage scenes() {
        var today = around.today();
        return new ScenesPage(around.rules().scenes().stream()
                .filter(scene -> scene.rule().validity().covers(today))
                .toList());
    }
}
