package org.xinheng.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;
import org.xinheng.server.organisation.Organisations;

/** The demo shows advice after a poor grade to its office and to the organisation that received it. */
class DemoAdviceTest extends FoundedCityServer {

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private Organisations organisations;

    @Test
    void theChamberIsToldOfGoodGrades() throws Exception {
        CityVisit visit = new CityVisit(context);
        assertThat(visit.get("office", "/evaluations/given").text()).contains("工商联合会", "市场监督", "没有接收过");
        assertThat(visit.get("organisation", "/evaluations/given/own").text()).contains("工商联合会", "第二十四条");
    }

    @Test
    void aPoorGradeBroughtAdviceThatBothSidesRead() throws Exception {
        CityVisit visit = new CityVisit(context);
        String code = Objects.requireNonNull(visit.actor("advised").organisation());
        assertThat(visit.get("office", "/evaluations/advice").text())
                .contains(organisations.findByCode(code).orElseThrow().name(), "未答复（不产生影响）");
        assertThat(visit.get("advised", "/evaluations/advice/own").text())
                .contains("主要原因", "怎样可以改善", "参加提示约谈", "信用修复政策与办理", "企业合规与履约管理");
        assertThat(visit.get("advised", "/documents").text()).contains("信用提升建议");
        assertThat(visit.get("organisation", "/evaluations/advice/own").text())
                .as("one that is not poor")
                .contains("没有建议");
    }
}
