package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinheng.core.policy.BreachRules;
import org.xinheng.core.policy.BreachRules.Enterprise;
import org.xinheng.server.access.Role;
import org.xinheng.server.breach.BreachNotices;
import org.xinheng.server.breach.BreachNotices.Notice;

/** A breach by an enterprise of the register of state-owned enterprises comes before its superior and audit; of any other nobody is told. */
class BreachEnterprisesTest extends PublicBodiesServer {

    @Autowired
    BreachNotices notices;

    private BreachRules rules() {
        return Objects.requireNonNull(inForce.policy().instruments().breaches());
    }

    /** The one of the register that the transport authority supervises. */
    private Enterprise enterprise() {
        return rules().enterprises().stream()
                .filter(one -> one.superior().equals("transport"))
                .findFirst()
                .orElseThrow();
    }

    @BeforeEach
    void followUpToHere() {
        notices.look();
    }

    private List<Notice> told(String number) {
        return notices.all(0, 10_000).stream()
                .filter(one -> one.cause().documentNumber().equals(number))
                .toList();
    }

    @Test
    void oneOfTheRegisterComesBeforeItsSuperiorAndAudit() throws Exception {
        Enterprise one = enterprise();
        registerBody(one.code(), one.name().zh());
        deliver("contract-breach", one.code(), "约" + base, Map.of());
        assertThat(notices.look()).isEqualTo(1);

        Notice notice = told("约" + base).getFirst();
        assertThat(notice.superior()).isEqualTo("transport");
        var transport = inForce.policy().authority("transport").orElseThrow();
        String number = "督办函〔" + notice.year() + "〕" + notice.number() + "号";
        assertThat(clerkOf(transport).reads("/breach-notices").body())
                .contains(number, one.name().zh(), one.code(), "约" + base);
        assertThat(clerk(Role.AUDITOR).reads("/breach-notices/all").body()).contains(number);
        assertThat(clerkOf(inForce.policy().authority("development").orElseThrow())
                        .reads("/breach-notices")
                        .body())
                .doesNotContain("约" + base);
        assertThat(clerkOf(transport)
                        .sends("/breach-notices/" + notice.id() + "/acknowledgement")
                        .status())
                .isEqualTo(303);
        assertThat(told("约" + base).getFirst().acknowledgedOn()).isEqualTo(day());
    }

    @Test
    void ofOneOutsideTheRegisterNobodyIsTold() throws Exception {
        register(Map.of(base + 30, "2015-03-01"));
        deliver("contract-breach", PenaltyFile.code(base + 30), "约" + base, Map.of());
        assertThat(notices.look()).isZero();
        assertThat(told("约" + base)).isEmpty();
    }

    @Test
    void noModelOfPublicIntegrityGradesAnEnterpriseOfTheState() {
        var model = Objects.requireNonNull(
                inForce.policy().instruments().evaluations().get("government"));
        assertThat(rules().enterprises())
                .isNotEmpty()
                .noneMatch(one -> model.scope().prefixes().stream().anyMatch(one.code()::startsWith));
    }

    @Test
    void theOfficeSeesWhoStandsInTheRegisterBesideTheRegisteredName() throws Exception {
        List<Enterprise> all = rules().enterprises();
        registerBody(all.get(0).code(), all.get(0).name().zh());
        registerBody(all.get(1).code(), "澜衡市示例供水有限公司");
        String page = clerk(Role.CREDIT_OFFICE).reads("/breach-notices/all").body();
        assertThat(page).contains("国有企业名单（" + all.size() + "户）", "名称一致", "登记名称为：澜衡市示例供水有限公司", "澜衡市财政局");
        all.forEach(one -> assertThat(page).contains(one.code(), one.name().zh()));
        assertThat(clerk(Role.AUDITOR).reads("/en/breach-notices/all").body())
                .contains(
                        "Register of state-owned enterprises", all.get(0).name().en());
        assertThat(clerkOf(market).reads("/breach-notices").body())
                .as("a body sees its own notices")
                .doesNotContain("国有企业名单（");
    }
}
