package org.xinheng.server.crash;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A SIGKILL in planning: whom, and at which moment of a delivery. Within the moment chance decides. */
record Kill(Target target, Moment moment) {

    enum Target {
        SERVER,
        POSTMASTER
    }

    enum Moment {
        /** Some of the file is on its way. */
        UPLOAD,
        /** All of it is sent, and nobody has answered yet. */
        CHECKS,
        /** What was received is on the disk, and the database does not say so yet. */
        RECEIPT,
        /** Answered: being matched and loaded slice by slice. */
        LOADING,
        /** In the transaction that puts it in force. */
        CLOSING,
        /** That transaction is on the disk, and nobody has heard of it. */
        COMMIT,
        /** The delivery before has just come into force. */
        BETWEEN,
        /** While a server that was killed before starts again and takes the delivery up. */
        RESUMPTION
    }

    /** What ten kills are made of: seven of the server and three of the postmaster. */
    private static final List<Kill> TEN = List.of(
            server(Moment.UPLOAD),
            server(Moment.CHECKS),
            server(Moment.LOADING),
            server(Moment.LOADING),
            server(Moment.CLOSING),
            postmaster(Moment.LOADING));

    /** What the rest of ten is drawn from, in turn. */
    private static final List<Kill> SERVERS = List.of(
            server(Moment.RECEIPT),
            server(Moment.COMMIT),
            server(Moment.BETWEEN),
            server(Moment.RESUMPTION),
            server(Moment.UPLOAD),
            server(Moment.LOADING),
            server(Moment.CHECKS),
            server(Moment.RESUMPTION),
            server(Moment.COMMIT),
            server(Moment.BETWEEN));

    private static final List<Kill> POSTMASTERS = List.of(
            postmaster(Moment.UPLOAD),
            postmaster(Moment.CLOSING),
            postmaster(Moment.CHECKS),
            postmaster(Moment.COMMIT),
            postmaster(Moment.BETWEEN),
            postmaster(Moment.RECEIPT),
            postmaster(Moment.LOADING),
            postmaster(Moment.CLOSING),
            postmaster(Moment.UPLOAD),
            postmaster(Moment.LOADING));

    private static Kill server(Moment moment) {
        return new Kill(Target.SERVER, moment);
    }

    private static Kill postmaster(Moment moment) {
        return new Kill(Target.POSTMASTER, moment);
    }

    /** @param tens so many times seven kills of the server and three of the postmaster, in an order of chance */
    static List<Kill> plan(int tens, Random random) {
        var plan = new ArrayList<Kill>();
        for (int i = 0; i < tens; i++) {
            plan.addAll(TEN);
            for (int j = 0; j < 2; j++) {
                plan.add(SERVERS.get((2 * i + j) % SERVERS.size()));
                plan.add(POSTMASTERS.get((2 * i + j) % POSTMASTERS.size()));
            }
        }
        Collections.shuffle(plan, random);
        return plan;
    }
}
