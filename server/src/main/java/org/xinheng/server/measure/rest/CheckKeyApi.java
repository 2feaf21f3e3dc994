package org.xinheng.server.measure.rest;

import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.xinheng.server.access.OpenToAll;
import org.xinheng.server.measure.receipt.ReceiptKeys;
import org.xinheng.server.seal.SigningKey;

/** The public keys with which receipts are verified offline: the one in use, and every one before it. */
@RestController
@OpenToAll
class CheckKeyApi {

    private final SigningKey checkKey;
    private final ReceiptKeys keys;

    CheckKeyApi(SigningKey checkKey, ReceiptKeys keys) {
        this.checkKey = checkKey;
        this.keys = keys;
    }

    record Key(String algorithm, String id, String publicKey) {}

    @GetMapping("/api/v1/checks/key")
    Key key() {
        return new Key(checkKey.algorithm().written(), checkKey.id(), checkKey.publicKey());
    }

    record Keys(List<Dated> keys) {}

    /** @param inUse whether it signs now */
    record Dated(String algorithm, String id, String publicKey, Instant since, boolean inUse) {}

    @GetMapping("/api/v1/checks/keys")
    Keys keys() {
        return new Keys(keys.all().stream()
                .map(key -> new Dated(
                        key.algorithm(),
                        key.id(),
                        key.text(),
                        key.since(),
                        key.id().equals(checkKey.id())))
                .toList());
    }
}
