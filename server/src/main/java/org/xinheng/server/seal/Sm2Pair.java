package org.xinheng.server.seal;

import java.math.BigInteger;
import java.util.HexFormat;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/** SM2 with SM3 (GB/T 32918-2016) under the usual name of the signer; a signature is r and s, 32 bytes each. */
final class Sm2Pair implements SigningKey.Pair {

    private static final ECDomainParameters CURVE = new ECDomainParameters(GMNamedCurves.getByName("sm2p256v1"));
    /** X.509: a key on sm2p256v1, but for its point. */
    private static final byte[] HEAD = HexFormat.of().parseHex("3059301306072a8648ce3d020106082a811ccf5501822d034200");

    private final ECPrivateKeyParameters secret;

    Sm2Pair(byte[] seed) {
        // From 1 to n - 2: n - 1 is no secret of SM2.
        BigInteger number = new BigInteger(1, seed)
                .mod(CURVE.getN().subtract(BigInteger.TWO))
                .add(BigInteger.ONE);
        secret = new ECPrivateKeyParameters(number, CURVE);
    }

    @Override
    public byte[] published() {
        byte[] point = new FixedPointCombMultiplier()
                .multiply(CURVE.getG(), secret.getD())
                .normalize()
                .getEncoded(false);
        byte[] published = new byte[HEAD.length + point.length];
        System.arraycopy(HEAD, 0, published, 0, HEAD.length);
        System.arraycopy(point, 0, published, HEAD.length, point.length);
        return published;
    }

    @Override
    public byte[] sign(byte[] statement) {
        try {
            SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE, new SM3Digest());
            signer.init(true, secret);
            signer.update(statement, 0, statement.length);
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new IllegalStateException("a statement could not be signed", e);
        }
    }
}
