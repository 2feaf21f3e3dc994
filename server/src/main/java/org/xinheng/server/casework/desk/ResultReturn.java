package org.xinheng.server.casework.desk;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.xinheng.core.policy.CaseKind.Action;
import org.xinheng.core.policy.CaseKind.Effect;
import org.xinheng.server.casework.CaseDecided;
import org.xinheng.server.casework.CaseFile;
import org.xinheng.server.casework.CaseFile.Taken;
import org.xinheng.server.casework.port.RepairWindow;
import org.xinheng.server.casework.store.CaseStore;
import org.xinheng.server.service.DocumentService;
import org.xinheng.server.service.ServedDocument;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends results back to the one window (结果回传), from the outbox: after the decision committed, and with each round again until it is
 * taken. A result names the documents that were served with it by their number and the SHA-256 of their bytes.
 */
public class ResultReturn {

    private static final JsonMapper JSON = new JsonMapper();

    private final CaseStore store;
    private final Surroundings around;
    private final DocumentService documents;
    private final RepairWindow window;

    public ResultReturn(CaseStore store, Surroundings around, DocumentService documents, RepairWindow window) {
        this.store = store;
        this.around = around;
        this.documents = documents;
        this.window = window;
    }

    @ApplicationModuleListener
    public void on(CaseDecided decided) throws IOException {
        Action action = around.kind(decided.kind())
                .flatMap(kind -> kind.action(decided.action()))
                .filter(found -> found.effects().contains(Effect.RETURN_RESULT))
                .orElse(null);
        CaseFile file = action != null ? store.find(decided.caseId()).orElse(null) : null;
        String number = file == null ? null : file.opening().outsideNumber();
        if (action != null && file != null && number != null) {
            Taken taken = file.steps().get(decided.step() - 1);
            window.returnResult(number, decided.step(), JSON.writeValueAsString(content(file, taken, action, number)));
        }
    }

    private Map<String, Object> content(CaseFile file, Taken taken, Action action, String number) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("applicationNumber", number);
        content.put("record", file.opening().record());
        content.put("case", file.number());
        content.put("result", taken.step().action());
        content.put("on", taken.step().day().toString());
        content.put("documentNumber", taken.said().documentNumber());
        content.put("reasons", taken.said().reason());
        content.put("documents", served(file, action));
        return content;
    }

    /** What the step served: it is served with the step, so the last of its template is that of the step. */
    private List<Map<String, Object>> served(CaseFile file, Action action) {
        return documents.ofCase(file.number()).stream()
                .filter(document -> document.kind().equals(action.serves()))
                .reduce((_, later) -> later)
                .map(ResultReturn::described)
                .stream()
                .toList();
    }

    private static Map<String, Object> described(ServedDocument document) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("kind", document.kind());
        described.put("title", document.title());
        described.put("number", document.number());
        described.put("servedAt", document.servedAt().toString());
        described.put("sha256", document.sha256());
        return described;
    }
}
