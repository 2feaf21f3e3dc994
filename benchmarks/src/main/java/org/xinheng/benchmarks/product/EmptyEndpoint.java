package org.xinheng.benchmarks.product;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.xinheng.server.access.OpenToAll;

/** The limit of checks: a constant, behind the same port and the same filters as the API, permitted to all. */
@RestController
@OpenToAll
public final class EmptyEndpoint {

    public static final String PATH = "/api/v1/empty";

    @GetMapping(PATH)
    String empty() {
        return "{}";
    }
}
