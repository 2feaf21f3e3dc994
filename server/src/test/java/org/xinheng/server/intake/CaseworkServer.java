package org.xinheng.server.intake;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinheng.server.access.Permission;
import org.xinheng.server.archive.PublicRecords.Sight;
import org.xinheng.server.archive.RecordMark;
import org.xinheng.server.casework.desk.PeriodWatch;
import org.xinheng.server.service.DocumentService;
import org.xinheng.server.service.ServedDocument;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Cases over HTTP, on one record of one organisation; their steps, marks and letters. */
abstract class CaseworkServer extends RecordsServer {

    static final String SECRET = "portal-secret";
    static final JsonMapper JSON = JsonMapper.shared();

    /** What an interview or an order to put right stands on. */
    static final String LAW = "《食品安全法》第一百一十四条";

    @Autowired
    PeriodWatch watch;

    @Autowired
    DocumentService documents;

    String address;

    @BeforeEach
    void deliverOne() throws Exception {
        setup.client("window", SECRET, Set.of(Permission.PUSH_REPAIRS), null);
        deliver(penalties(base, 1));
        address = addressOf(base);
    }

    record Answered(int status, JsonNode body) {
        String text(String member) {
            return body.path(member).asString("");
        }

        List<String> actions() {
            return body.path("actions").valueStream().map(JsonNode::asString).toList();
        }
    }

    Answered post(String client, String path, String json) throws Exception {
        var secret = client.equals("window") ? SECRET : "test-secret";
        var answer = server.post(path, server.token(client, secret), json);
        return new Answered(answer.statusCode(), JSON.readTree(answer.body()));
    }

    Answered file(String ground, String papers) throws Exception {
        return post(
                "hall",
                "/api/v1/cases/objection",
                object(
                        "record",
                        address,
                        "ground",
                        ground,
                        "statement",
                        "缴款凭证显示罚款已经缴清。",
                        "papers",
                        papers,
                        "presented",
                        "authorisation",
                        "presentedNumber",
                        "授权〔2026〕7号"));
    }

    Answered step(String client, String id, int seen, String action, @Nullable String... more) throws Exception {
        var json = object(more.length == 0 ? new String[] {"action", action} : join(action, more));
        return post(client, "/api/v1/cases/" + id + "/steps", json.replace("{", "{\"seen\":" + seen + ","));
    }

    /** A step that stands in a document, with the document's number and the day that is on it. */
    Answered decision(String client, String id, int seen, String action, String reason, String document, String day)
            throws Exception {
        return step(client, id, seen, action, "reason", reason, "documentNumber", document, "documentDate", day);
    }

    /** The same request with fields of the document that is served with it. */
    static String writing(String json, String... fields) {
        return json.substring(0, json.lastIndexOf('}')) + ",\"written\":" + object(fields) + "}";
    }

    /** To an interview, without the fields of its document. */
    static String invitation(String code) {
        return object(
                "organisation",
                code,
                "reason",
                "提示约谈有关情况。",
                "papers",
                "约谈通知书",
                "documentNumber",
                "昕市监谈〔2026〕1号",
                "documentDate",
                "2026-06-10");
    }

    private static @Nullable String[] join(String action, @Nullable String... more) {
        var all = new @Nullable String[more.length + 2];
        all[0] = "action";
        all[1] = action;
        System.arraycopy(more, 0, all, 2, more.length);
        return all;
    }

    List<RecordMark> marks() {
        return publicRecords.find(address, day()) instanceof Sight.Visible(var record) ? record.marks() : List.of();
    }

    boolean visible() {
        return publicRecords.find(address, day()) instanceof Sight.Visible;
    }

    /** What a document of a case says. */
    String told(String number, String kind) {
        return sql.sql("SELECT convert_from(content, 'UTF8') FROM service.document"
                        + " WHERE case_reference = :number AND kind = :kind")
                .param("number", number)
                .param("kind", kind)
                .query(String.class)
                .single();
    }

    List<String> served(String number) {
        return documents.ofCase(number).stream().map(ServedDocument::kind).toList();
    }
}
