package org.xinheng.server.measure;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A wire between a program and what it talks to over TCP, with faults that are put on it and taken off again. */
final class FaultyWire implements AutoCloseable {

    private static final int CHUNK = 1 << 16;

    private final ServerSocket entrance;
    private final InetSocketAddress goal;
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private volatile Fault fault = Fault.NONE;

    /**
     * What is wrong with the wire.
     *
     * @param down nobody is let in
     * @param stopped answers are held back until it is released
     * @param cutAnswerWith an answer with these bytes breaks off at them
     * @param loseAnswerTo what has these bytes arrives, and its answer does not
     * @param mostOfAnswer so many bytes of each answer come through
     * @param insteadOfAnswer comes instead of any answer
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Fault(
            boolean down,
            @Nullable CountDownLatch stopped,
            byte @Nullable [] cutAnswerWith,
            byte @Nullable [] loseAnswerTo,
            int mostOfAnswer,
            byte @Nullable [] insteadOfAnswer) {

        static final Fault NONE = new Fault(false, null, null, null, Integer.MAX_VALUE, null);
        static final Fault DOWN = new Fault(true, null, null, null, Integer.MAX_VALUE, null);

        static Fault silent() {
            return new Fault(false, new CountDownLatch(1), null, null, Integer.MAX_VALUE, null);
        }

        static Fault cutAnswerWith(String text) {
            return new Fault(false, null, text.getBytes(StandardCharsets.UTF_8), null, Integer.MAX_VALUE, null);
        }

        static Fault loseAnswerTo(String text) {
            return new Fault(false, null, null, text.getBytes(StandardCharsets.UTF_8), Integer.MAX_VALUE, null);
        }

        static Fault mostOfAnswer(int bytes) {
            return new Fault(false, null, null, null, bytes, null);
        }

        static Fault insteadOfAnswer(String text) {
            return new Fault(false, null, null, null, Integer.MAX_VALUE, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    FaultyWire(String host, int port) {
        try {
            goal = new InetSocketAddress(InetAddress.getByName(host), port);
            entrance = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::letIn);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** Puts a fault on the wire; connections that stand are cut where nobody is let in. */
    void plant(Fault planted) {
        fault = planted;
        if (planted.down()) {
            cutAll();
        }
    }

    void lift() {
        CountDownLatch stopped = fault.stopped();
        fault = Fault.NONE;
        if (stopped != null) {
            stopped.countDown();
        }
    }

    void cutAll() {
        open.forEach(Connection::cut);
    }

    private void letIn() {
        while (!entrance.isClosed()) {
            try {
                Socket near = entrance.accept();
                if (fault.down()) {
                    near.setSoLinger(true, 0);
                    near.close();
                } else {
                    new Connection(near, new Socket(goal.getAddress(), goal.getPort())).run();
                }
            } catch (IOException e) {
                // The other end is gone, or the wire is being closed: the next one is let in as long as it is not.
                continue;
            }
        }
    }

    @Override
    public void close() throws IOException {
        lift();
        entrance.close();
        cutAll();
    }

    private final class Connection {

        private final Socket near;
        private final Socket far;
        private volatile boolean answerLost;
        private final AtomicInteger answered = new AtomicInteger();

        Connection(Socket near, Socket far) {
            this.near = near;
            this.far = far;
        }

        void run() throws IOException {
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            open.add(this);
            Thread.ofVirtual().start(() -> pass(near, far, this::ask));
            Thread.ofVirtual().start(() -> pass(far, near, this::answer));
        }

        private interface Passing {
            /** @return whether the connection goes on */
            boolean pass(byte[] bytes, OutputStream to) throws IOException, InterruptedException;
        }

        private void pass(Socket from, Socket to, Passing passing) {
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                byte[] chunk = new byte[CHUNK];
                boolean on = true;
                for (int read = in.read(chunk); on && read >= 0; read = on ? in.read(chunk) : -1) {
                    on = passing.pass(Arrays.copyOf(chunk, read), out);
                }
            } catch (IOException e) {
                // Cut at either end: both ends hear of it below.
                answerLost = true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                cut();
            }
        }

        private boolean ask(byte[] bytes, OutputStream to) throws IOException {
            Fault now = fault;
            byte[] instead = now.insteadOfAnswer();
            if (instead != null) {
                near.getOutputStream().write(instead);
                near.getOutputStream().flush();
                near.shutdownOutput();
                return true;
            }
            answered.set(0);
            if (now.loseAnswerTo() != null && found(bytes, now.loseAnswerTo()) >= 0) {
                answerLost = true;
            }
            to.write(bytes);
            to.flush();
            return true;
        }

        private boolean answer(byte[] bytes, OutputStream to) throws IOException, InterruptedException {
            if (answerLost) {
                return false;
            }
            Fault now = fault;
            if (now.stopped() != null) {
                now.stopped().await();
            }
            int cut = now.cutAnswerWith() == null ? -1 : found(bytes, now.cutAnswerWith());
            int most = Math.min(cut < 0 ? bytes.length : cut, now.mostOfAnswer() - answered.get());
            to.write(bytes, 0, most);
            to.flush();
            answered.addAndGet(most);
            return most == bytes.length;
        }

        private void cut() {
            open.remove(this);
            for (Socket end : new Socket[] {near, far}) {
                try {
                    end.close();
                } catch (IOException e) {
                    // It is closed already.
                    continue;
                }
            }
        }
    }

    /** As it stands, or as PostgreSQL writes bytes in text. */
    private static int found(byte[] bytes, byte[] part) {
        int plain = indexOf(bytes, part);
        return plain >= 0
                ? plain
                : indexOf(bytes, HexFormat.of().formatHex(part).getBytes(StandardCharsets.US_ASCII));
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        for (int at = 0; at + part.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        return -1;
    }
}
