package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.DefaultMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Anybody tells something without being known, and follows it by a code; it becomes a lead of the body and marks nothing. */
class TipOffTest extends RecordsServer {

    private static final Pattern CODE = Pattern.compile("id=\"code\">([A-Z2-9-]+)<");

    private MockMvc pages;

    @BeforeEach
    void anOrganisation() throws Exception {
        DefaultMockMvcBuilder builder = MockMvcBuilders.webAppContextSetup(context);
        pages = builder.apply(springSecurity()).build();
        deliver(penalties(base, 1));
    }

    private String sent(int status, String path, String... namesAndValues) throws Exception {
        var request = MockMvcRequestBuilders.post(URI.create(path)).with(csrf());
        for (int i = 0; i < namesAndValues.length; i += 2) {
            request.param(namesAndValues[i], namesAndValues[i + 1]);
        }
        MockHttpServletResponse answer = pages.perform(request).andReturn().getResponse();
        assertThat(answer.getStatus()).isEqualTo(status);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private String told(int status, String words) throws Exception {
        return sent(
                status,
                "/tip-offs",
                "organisation",
                PenaltyFile.code(base),
                "body",
                "market",
                "words",
                words,
                "key",
                "form-" + base);
    }

    private long cases() {
        return sql.sql("SELECT count(*) FROM casework.case_file WHERE kind = 'complaint' AND organisation_id = :id")
                .param("id", organisation(base).id())
                .query(Long.class)
                .single();
    }

    @Test
    void whoToldFollowsItByTheCodeAndNobodyLearnsWhoItWas() throws Exception {
        assertThat(server.get("/tip-offs", null).body()).contains("投诉举报", "不要求姓名和联系方式");
        String page = told(200, "六月一日起，该企业门店销售过期食品。");
        var found = CODE.matcher(page);
        assertThat(found.find()).isTrue();
        String code = found.group(1);
        assertThat(told(200, "六月一日起，该企业门店销售过期食品。"))
                .as("sent twice: the same code")
                .contains(code);
        assertThat(cases()).isEqualTo(1);
        assertThat(sql.sql("""
                        SELECT s.actor || ' ' || s.party FROM casework.step s JOIN casework.case_file c ON c.id = s.case_id
                        WHERE c.kind = 'complaint' AND c.organisation_id = :id
                        """)
                        .param("id", organisation(base).id())
                        .query(String.class)
                        .single())
                .isEqualTo("reporter REPORTER");

        assertThat(sent(200, "/tip-offs/progress", "code", code.replace("-", "").toLowerCase()))
                .contains("已收到", market.name().zh())
                .doesNotContain(PenaltyFile.name(base), PenaltyFile.code(base));
        long id = sql.sql("SELECT id FROM casework.case_file WHERE kind = 'complaint' AND organisation_id = :id")
                .param("id", organisation(base).id())
                .query(Long.class)
                .single();
        Clerk body = clerkOf(market);
        assertThat(body.reads("/cases/" + id).body()).contains("销售过期食品").doesNotContain(code);
        assertThat(body.sends("/cases/" + id, "action", "take", "seen", "1").status())
                .isEqualTo(303);
        assertThat(body.sends("/cases/" + id, "action", "answer", "seen", "2", "reason", "经核查属实，已经立案。")
                        .status())
                .isEqualTo(303);
        assertThat(sent(200, "/tip-offs/progress", "code", code)).contains("已办结", "经核查属实，已经立案。");
        assertThat(server.get("/organisations/" + PenaltyFile.code(base), null).body())
                .doesNotContain("投举", "过期食品");
        assertThat(party(base).reads("/cases/" + id).status()).isEqualTo(404);
    }

    @Test
    void personsAreNeitherToldOfNorKept() throws Exception {
        assertThat(told(400, "该企业的张三丰，电话13800138000，销售过期食品。")).contains("个人信息");
        assertThat(sent(
                        400,
                        "/tip-offs",
                        "organisation",
                        "11010519491231002X",
                        "body",
                        "market",
                        "words",
                        "六月一日起，销售过期食品。"))
                .contains("没有找到这个代码的组织");
        assertThat(told(400, "短")).contains("反映的情况");
        assertThat(sent(400, "/tip-offs/progress", "code", "AAAAA-AAAAA-AAAAA-AAAAA-AAAAA"))
                .contains("没有这个查询码");
        assertThat(sent(400, "/tip-offs/progress", "code", "<script>")).contains("没有这个查询码");
        assertThat(cases()).isZero();
    }
}
