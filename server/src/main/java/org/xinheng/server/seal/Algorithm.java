package org.xinheng.server.seal;

/** How the platform signs. */
public enum Algorithm {
    /** RFC 8032. */
    ED25519("Ed25519", ""),
    /** GB/T 32918-2016, with SM3. */
    SM2("SM2", "-sm2");

    private final String written;
    private final String suffix;

    Algorithm(String written, String suffix) {
        this.written = written;
        this.suffix = suffix;
    }

    /** As it is called where keys are published. */
    public String written() {
        return written;
    }

    /** What the names of its files have behind that of the key. */
    String suffix() {
        return suffix;
    }
}
