package org.xinheng.server.crash;

import java.io.InputStream;

/** A file on its way through a slow line: no more of it is sent than the test lets through. */
final class GatedFile extends InputStream {

    private final byte[] content;
    private int allowed;
    private int sent;
    private boolean cut;

    GatedFile(byte[] content) {
        this.content = content;
    }

    int size() {
        return content.length;
    }

    synchronized int sent() {
        return sent;
    }

    synchronized void letThrough(int upTo) {
        allowed = Math.clamp(upTo, allowed, content.length);
        notifyAll();
    }

    /** Ends a sender that would else wait for good. */
    synchronized void cut() {
        cut = true;
        notifyAll();
    }

    @Override
    public int read() {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public synchronized int read(byte[] target, int offset, int length) {
        while (sent == allowed && allowed < content.length && !cut) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                cut = true;
            }
        }
        if (sent == allowed) {
            return -1;
        }
        int part = Math.min(length, allowed - sent);
        System.arraycopy(content, sent, target, offset, part);
        sent += part;
        return part;
    }
}
