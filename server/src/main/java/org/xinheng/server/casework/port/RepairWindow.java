package org.xinheng.server.casework.port;

import java.io.IOException;

/**
 * Port to the one window of repair (信用修复统一入口, “信用中国”): applications prepared here are handed over to it, results go back to it.
 * Cases come from it by its push.
 */
public interface RepairWindow {

    /**
     * @param number our number of what is handed over
     * @param content JSON, as {@code casework.handover} keeps it
     * @throws IOException when the window did not take it; it can be handed over again under the same number
     */
    void handOver(String number, String content) throws IOException;

    /**
     * @param number the window's own number of the application
     * @param step number of the step of the case whose result this is: the same result may come twice
     * @param content JSON
     * @throws IOException when the window did not take it; it is offered again
     */
    void returnResult(String number, int step, String content) throws IOException;
}
