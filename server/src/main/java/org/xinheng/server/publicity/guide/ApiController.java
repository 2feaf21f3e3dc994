package org.xinheng.server.publicity.guide;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.xinheng.server.access.OpenToAll;

/** The description of the API, for people and for programs. */
@Controller
@OpenToAll
class ApiController {

    private final ApiDescription description = ApiDescription.read();

    @GetMapping("/developers")
    ApiPage page() {
        return new ApiPage(description.sections());
    }

    @GetMapping(path = "/api/openapi.yaml", produces = "application/yaml;charset=utf-8")
    @ResponseBody
    String document() {
        return description.yaml();
    }
}
