package org.xinheng.server.intake;

/** Repairs as the window pushes them. */
abstract class RepairServer extends CaseworkServer {

    Answered push(String number, String appliedOn) throws Exception {
        return post(
                "window",
                "/api/v1/repairs/pushes",
                object("applicationNumber", number, "record", address, "appliedOn", appliedOn)
                        .replace("}", ",\"papers\":{\"performance\":\"缴款凭证\",\"commitment\":\"信用承诺书\"}}"));
    }

    String earliest() {
        return String.valueOf(
                archive.currentOf(organisation(base).id()).getFirst().earliestRepair());
    }
}
