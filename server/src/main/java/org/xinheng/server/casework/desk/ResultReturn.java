package org.xinheng.server.casework.desk;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.xinheng.core.policy.CaseKind.Effect;
import org.xinheng.server.casework.CaseDecided;
import org.xinheng.server.casework.CaseFile;
import org.xinheng.server.casework.CaseFile.Taken;
import org.xinheng.server.casework.port.RepairWindow;
import org.xinheng.server.casework.store.CaseStore;
import tools.jackson.databind.json.JsonMapper;

/** Sends results back to the one window (结果回传), from the outbox: after the decision committed, and again until it is taken. */
public class ResultReturn {

    private static final JsonMapper JSON = new JsonMapper();

    private final CaseStore store;
    private final Surroundings around;
    private final RepairWindow window;

    public ResultReturn(CaseStore store, Surroundings around, RepairWindow window) {
        this.store = store;
        this.around = around;
        this.window = window;
    }

    @ApplicationModuleListener
    public void on(CaseDecided decided) throws IOException {
        boolean returns = around.kind(decided.kind())
                .flatMap(kind -> kind.action(decided.action()))
                .filter(action -> action.effects().contains(Effect.RETURN_RESULT))
                .isPresent();
        CaseFile file = returns ? store.find(decided.caseId()).orElse(null) : null;
        String number = file == null ? null : file.opening().outsideNumber();
        if (file != null && number != null) {
            Taken taken = file.steps().get(decided.step() - 1);
            window.returnResult(number, decided.step(), JSON.writeValueAsString(content(file, taken, number)));
        }
    }

    private Map<String, Object> content(CaseFile file, Taken taken, String number) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("applicationNumber", number);
        content.put("record", file.opening().record());
        content.put("case", file.number());
        content.put("result", taken.step().action());
        content.put("on", taken.step().day().toString());
        content.put("documentNumber", taken.said().documentNumber());
        content.put("reasons", taken.said().reason());
        return content;
    }
}
