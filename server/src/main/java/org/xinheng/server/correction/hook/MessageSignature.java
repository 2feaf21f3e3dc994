package org.xinheng.server.correction.hook;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.xinheng.server.seal.SigningKey;

/** Signature of a message to a consumer, as Standard Webhooks write it. */
final class MessageSignature {

    private MessageSignature() {}

    /** Over {@code id.timestamp.body}: {@code v1a,} and Base64. */
    static String of(SigningKey key, String id, long timestamp, byte[] body) {
        byte[] head = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
        byte[] statement = ByteBuffer.allocate(head.length + body.length)
                .put(head)
                .put(body)
                .array();
        return "v1a," + Base64.getEncoder().encodeToString(key.sign(statement));
    }
}
