package org.xinheng.core.receipt;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A public key of SM2 (GB/T 32918-2016) and the verification of its signatures, as far as receipts need it: the JDK has neither curve nor
 * algorithm, and whoever verifies shall need nothing else. Keys and signatures are public, so that time and memory may depend on them.
 */
final class Sm2Key implements VerifyingKey {

    private static final int PART = 32;
    /** X.509: an elliptic curve's key (1.2.840.10045.2.1) on sm2p256v1 (1.2.156.10197.1.301), a point that is not compressed. */
    private static final byte[] HEAD =
            HexFormat.of().parseHex("3059301306072a8648ce3d020106082a811ccf5501822d03420004");

    private static final BigInteger P = number("fffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffff");
    private static final BigInteger A = P.subtract(BigInteger.valueOf(3));
    private static final BigInteger B = number("28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93");
    private static final BigInteger N = number("fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123");
    private static final Point G = new Point(
            number("32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7"),
            number("bc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0"),
            BigInteger.ONE);
    private static final Point NOWHERE = new Point(BigInteger.ONE, BigInteger.ONE, BigInteger.ZERO);
    /** The usual name of the signer (GB/T 35276-2017), with its length in bits before it. */
    private static final byte[] SIGNER = "\0\u00801234567812345678".getBytes(StandardCharsets.ISO_8859_1);

    private final Point point;
    /** What stands before every message: the hash of signer, curve and key. */
    private final byte[] preamble;

    /** In Jacobian coordinates: x/z², y/z³; nowhere when z is zero. */
    private record Point(BigInteger x, BigInteger y, BigInteger z) {}

    private Sm2Key(Point point) {
        this.point = point;
        this.preamble =
                Sm3.hash(SIGNER, bytes(A), bytes(B), bytes(G.x()), bytes(G.y()), bytes(point.x()), bytes(point.y()));
    }

    static boolean isOne(byte[] publicKey) {
        return publicKey.length == HEAD.length + 2 * PART
                && Arrays.equals(publicKey, 0, HEAD.length, HEAD, 0, HEAD.length);
    }

    /** @throws IllegalArgumentException when it is no point of the curve */
    static Sm2Key of(byte[] publicKey) {
        BigInteger x = new BigInteger(1, publicKey, HEAD.length, PART);
        BigInteger y = new BigInteger(1, publicKey, HEAD.length + PART, PART);
        BigInteger right = x.multiply(x).add(A).multiply(x).add(B).mod(P);
        if (x.compareTo(P) >= 0 || y.compareTo(P) >= 0 || !y.multiply(y).mod(P).equals(right)) {
            throw new IllegalArgumentException("not a point of sm2p256v1");
        }
        return new Sm2Key(new Point(x, y, BigInteger.ONE));
    }

    /** @param signature r and s, 32 bytes each */
    @Override
    public boolean signed(byte[] statement, byte[] signature) {
        if (signature.length != 2 * PART) {
            return false;
        }
        BigInteger r = new BigInteger(1, signature, 0, PART);
        BigInteger s = new BigInteger(1, signature, PART, PART);
        BigInteger t = r.add(s).mod(N);
        if (!isPart(r) || !isPart(s) || t.signum() == 0) {
            return false;
        }
        Point sum = sum(s, t);
        if (sum.z().signum() == 0) {
            return false;
        }
        BigInteger x =
                sum.x().multiply(sum.z().modPow(BigInteger.valueOf(-2), P)).mod(P);
        BigInteger e = new BigInteger(1, Sm3.hash(preamble, statement));
        return e.add(x).mod(N).equals(r);
    }

    private static boolean isPart(BigInteger part) {
        return part.signum() > 0 && part.compareTo(N) < 0;
    }

    /** sG + tP, both ways gone at once. */
    private Point sum(BigInteger s, BigInteger t) {
        Point both = added(G, point);
        Point sum = NOWHERE;
        for (int bit = Math.max(s.bitLength(), t.bitLength()) - 1; bit >= 0; bit--) {
            sum = doubled(sum);
            if (s.testBit(bit) && t.testBit(bit)) {
                sum = added(sum, both);
            } else if (s.testBit(bit)) {
                sum = added(sum, G);
            } else if (t.testBit(bit)) {
                sum = added(sum, point);
            }
        }
        return sum;
    }

    private static Point doubled(Point one) {
        BigInteger ySquare = times(one.y(), one.y());
        BigInteger zSquare = times(one.z(), one.z());
        BigInteger s = times(one.x(), ySquare).shiftLeft(2);
        BigInteger m = times(one.x().subtract(zSquare), one.x().add(zSquare)).multiply(BigInteger.valueOf(3));
        BigInteger x = m.multiply(m).subtract(s.shiftLeft(1)).mod(P);
        BigInteger y = m.multiply(s.subtract(x))
                .subtract(times(ySquare, ySquare).shiftLeft(3))
                .mod(P);
        return new Point(x, y, times(one.y(), one.z()).shiftLeft(1).mod(P));
    }

    private static Point added(Point one, Point other) {
        if (one.z().signum() == 0) {
            return other;
        }
        if (other.z().signum() == 0) {
            return one;
        }
        BigInteger oneSquare = times(one.z(), one.z());
        BigInteger otherSquare = times(other.z(), other.z());
        BigInteger u = times(one.x(), otherSquare);
        BigInteger v = times(one.y(), times(otherSquare, other.z()));
        BigInteger h = times(other.x(), oneSquare).subtract(u).mod(P);
        BigInteger r = times(other.y(), times(oneSquare, one.z())).subtract(v).mod(P);
        if (h.signum() == 0) {
            return r.signum() == 0 ? doubled(one) : NOWHERE;
        }
        BigInteger hSquare = times(h, h);
        BigInteger hCube = times(hSquare, h);
        BigInteger uh = times(u, hSquare);
        BigInteger x = r.multiply(r).subtract(hCube).subtract(uh.shiftLeft(1)).mod(P);
        BigInteger y = r.multiply(uh.subtract(x)).subtract(v.multiply(hCube)).mod(P);
        return new Point(x, y, times(h, times(one.z(), other.z())));
    }

    private static BigInteger times(BigInteger one, BigInteger other) {
        return one.multiply(other).mod(P);
    }

    private static BigInteger number(String hex) {
        return new BigInteger(hex, 16);
    }

    private static byte[] bytes(BigInteger number) {
        byte[] shortest = number.toByteArray();
        byte[] bytes = new byte[PART];
        int length = Math.min(PART, shortest.length);
        System.arraycopy(shortest, shortest.length - length, bytes, PART - length, length);
        return bytes;
    }
}
