package org.xinheng.server.measure.rest;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.xinheng.server.access.OpenToAll;
import org.xinheng.server.seal.SigningKey;

/** The public key with which receipts are verified offline. */
@RestController
@OpenToAll
class CheckKeyApi {

    private final SigningKey checkKey;

    CheckKeyApi(SigningKey checkKey) {
        this.checkKey = checkKey;
    }

    record Key(String algorithm, String id, String publicKey) {}

    @GetMapping("/api/v1/checks/key")
    Key key() {
        return new Key("Ed25519", checkKey.id(), checkKey.publicKey());
    }
}
