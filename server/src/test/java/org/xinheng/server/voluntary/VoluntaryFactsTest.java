package org.xinheng.server.voluntary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.access.Role;
import org.xinheng.server.cli.CityVisit;
import org.xinheng.server.cli.CityVisit.Seen;
import org.xinheng.server.database.Database;
import org.xinheng.server.intake.PenaltyFile;
import org.xinheng.server.intake.RecordsServer;
import org.xinheng.server.web.ListAsk;

/** An organisation files facts about itself; the body of the pack verifies them; nothing follows from them. */
class VoluntaryFactsTest extends RecordsServer {

    private static final String PASSWORD = "test password";

    private CityVisit visit;
    private String subject = "";
    private String other = "";
    private String officer = "";
    private String ecologist = "";
    private String office = "";

    @BeforeEach
    void people() throws Exception {
        deliver(penalties(base, 2));
        visit = new CityVisit(context);
        subject = "voluntary-" + base;
        other = "voluntary-other-" + base;
        officer = "voluntary-market-" + base;
        ecologist = "voluntary-ecology-" + base;
        office = "voluntary-office-" + base;
        setup.organisationAccount(subject, PASSWORD, PenaltyFile.code(base));
        setup.organisationAccount(other, PASSWORD, PenaltyFile.code(base + 1));
        setup.account(officer, PASSWORD, Set.of(Role.SOURCE_CLERK), "market");
        setup.account(ecologist, PASSWORD, Set.of(Role.SOURCE_CLERK), "ecology");
        setup.account(office, PASSWORD, Set.of(Role.CREDIT_OFFICE), null);
    }

    private Seen file(String key, String kind, String title, String content, String truth) throws Exception {
        return visit.post(
                visit.actor(subject),
                "/voluntary-facts/new",
                "key",
                key,
                "kind",
                kind,
                "title",
                title,
                "number",
                "QMS-" + base,
                "issuer",
                "示例认证中心",
                "issuedOn",
                "2026-01-05",
                "validTo",
                "2028-01-04",
                "words",
                content,
                "truth",
                truth);
    }

    private String filed(String kind) throws Exception {
        Seen answer = file("form-" + kind + base, kind, "认证证书" + base, "认证范围为食品销售服务", "yes");
        assertThat(answer.status()).as(answer.text()).isEqualTo(303);
        return answer.location();
    }

    private String portal() throws Exception {
        return visit.get(other, "/organisations/" + PenaltyFile.code(base)).text();
    }

    private Seen decide(String account, String path, String outcome, String reasons) throws Exception {
        return visit.post(visit.actor(account), path + "/decision", "outcome", outcome, "reasons", reasons);
    }

    @Test
    void factIsItsOrganisationsWordUntilTheBodyOfThePackVerifiesIt() throws Exception {
        String path = filed("certificate");
        assertThat(visit.get(subject, "/own-file").text()).contains("认证证书" + base, "自主申报：由主体自己提供，尚未核实");
        assertThat(portal()).contains("认证证书" + base, "自主申报：由主体自己提供，尚未核实");
        assertThat(visit.get(officer, "/voluntary-facts?stage=DECLARED").text()).contains("认证证书" + base);
        assertThat(visit.get(officer, path).text()).contains("提交核实结论");
        assertThat(visit.get(office, path).text()).as("the office looks on").doesNotContain("提交核实结论");
        assertThat(decide(officer, path, "verified", "已与认证机构核对一致").status()).isEqualTo(303);
        assertThat(portal()).contains("已核实：由").doesNotContain("尚未核实");
        assertThat(decide(officer, path, "refused", "再次核实").text()).contains("已经核实过");
        assertThat(visit.get(subject, path).text()).contains("已与认证机构核对一致");
    }

    @Test
    void whatIsRefusedIsToldWithItsReasonsAndLeavesThePortal() throws Exception {
        String path = filed("certificate");
        assertThat(decide(officer, path, "refused", "认证机构查无此证书").status()).isEqualTo(303);
        assertThat(portal()).doesNotContain("认证证书" + base);
        assertThat(visit.get(subject, "/own-file").text()).contains("未通过核实");
        assertThat(visit.get(subject, path).text()).contains("认证机构查无此证书");
    }

    @Test
    void kindThatThePackDoesNotOpenStaysInTheOwnFile() throws Exception {
        String path = filed("contract");
        assertThat(portal()).doesNotContain("认证证书" + base);
        assertThat(visit.get(subject, "/own-file").text()).contains("认证证书" + base);
        assertThat(visit.get(officer, path).status()).as("not for this body").isEqualTo(404);
        assertThat(decide(office, path, "verified", "已核对合同").status()).isEqualTo(303);
    }

    @Test
    void organisationTakesBackAtAnyTime() throws Exception {
        String path = filed("certificate");
        assertThat(decide(officer, path, "verified", "已与认证机构核对一致").status()).isEqualTo(303);
        assertThat(visit.post(visit.actor(other), path + "/withdrawal").status())
                .isEqualTo(404);
        assertThat(visit.post(visit.actor(subject), path + "/withdrawal").status())
                .isEqualTo(303);
        assertThat(portal()).doesNotContain("认证证书" + base);
        assertThat(visit.get(subject, path).text()).contains("已撤回");
    }

    @Test
    void whatWasTakenBackIsDecidedByNobody() throws Exception {
        String path = filed("certificate");
        assertThat(visit.post(visit.actor(subject), path + "/withdrawal").status())
                .isEqualTo(303);
        Seen answer = decide(officer, path, "verified", "已与认证机构核对一致");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("已被撤回");
        assertThatThrownBy(
                        () -> sql.sql("INSERT INTO voluntary.decision (fact_id, verified, reasons, actor, decided_at)"
                                        + " VALUES (?, true, 'x', 'x', now())")
                                .param(Long.parseLong(path.substring(path.lastIndexOf('/') + 1)))
                                .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void badInputIsToldBesideItsFieldAndNothingIsKept() throws Exception {
        assertThat(file("bad-1-" + base, "certificate", "认证证书" + base, "认证范围为食品销售服务", "")
                        .text())
                .contains("请先阅读并勾选真实性承诺");
        assertThat(file("bad-2-" + base, "none", "认证证书" + base, "认证范围为食品销售服务", "yes")
                        .status())
                .isEqualTo(400);
        assertThat(file("bad-3-" + base, "certificate", "", "认证范围为食品销售服务", "yes")
                        .text())
                .contains("必填");
        assertThat(file("bad-4-" + base, "certificate", "认证证书" + base, "联系电话13800138000，证书有效", "yes")
                        .text())
                .contains("个人信息");
        assertThat(file("bad-5-" + base, "certificate", "张三丰同志13800138000", "认证范围为食品销售服务", "yes")
                        .text())
                .as("a person in the title")
                .contains("个人信息");
        Seen past = visit.post(
                visit.actor(subject),
                "/voluntary-facts/new",
                "kind",
                "certificate",
                "title",
                "旧证书",
                "issuer",
                "示例认证中心",
                "issuedOn",
                "2026-13-01",
                "validTo",
                "2020-01-01",
                "words",
                "认证范围为食品销售服务",
                "truth",
                "yes");
        assertThat(past.status()).isEqualTo(400);
        assertThat(past.text()).contains("不是日期", "已经过去");
        assertThat(visit.get(subject, "/voluntary-facts").text()).contains("没有自主申报信息");
    }

    @Test
    void formThatIsSentTwiceFilesOnce() throws Exception {
        assertThat(filed("certificate")).isEqualTo(filed("certificate"));
        assertThat(visit.get(subject, "/voluntary-facts?export=csv").text().split("认证证书" + base, -1))
                .hasSize(2);
    }

    /** Of many facts only the page is read; every filter and every order goes over all of them. */
    @Test
    void listIsLookedThroughAndCutWhereItIsKept() throws Exception {
        int many = ListAsk.SHOWN + 5;
        for (int i = 0; i < many; i++) {
            String title = "证书" + base + "-" + (char) ('A' + i % 26) + i;
            assertThat(file("many-" + i + "-" + base, "certificate", title, "认证范围为食品销售服务", "yes")
                            .status())
                    .isEqualTo(303);
        }
        String first = sql.sql("SELECT id FROM voluntary.fact WHERE form_key = ?")
                .param("many-0-" + base)
                .query(String.class)
                .single();
        decide(officer, "/voluntary-facts/" + first, "verified", "已与认证机构核对一致");

        String mine = "/voluntary-facts?q=" + encoded("证书" + base);
        assertThat(visit.get(officer, mine).text()).contains("共 " + many + " 条").doesNotContain("-A0<");
        assertThat(visit.get(officer, mine + "&page=2").text()).contains("-A0<", "-E4<");
        assertThat(visit.get(officer, mine + "&stage=VERIFIED").text())
                .contains("-A0<")
                .doesNotContain("-B1<");
        assertThat(visit.get(officer, mine + "&sort=title").text()).contains("-A0<", "-A26<", "-A52<");
        assertThat(visit.get(officer, mine + "&sort=stage").text())
                .as("已 stands before 自")
                .contains("-A0<");
        assertThat(visit.get(officer, mine + "&sort=-stage").text()).doesNotContain("-A0<");
        for (String column : List.of("kind", "party", "body", "valid")) {
            assertThat(visit.get(officer, mine + "&sort=" + column).text()).contains("共 " + many + " 条");
        }
        assertThat(visit.get(officer, mine.toLowerCase(Locale.ROOT) + encoded("-a2"))
                        .text())
                .as("in whatever case")
                .contains("-A26<");
        assertThat(visit.get(officer, "/voluntary-facts?q=" + encoded(PenaltyFile.name(base)))
                        .text())
                .as("by the name of its organisation")
                .contains("共 " + many + " 条");
        assertThat(visit.get(subject, mine + "&export=csv").text().split("证书" + base, -1))
                .hasSize(many + 1);
        assertThat(visit.get(subject, mine + "&export=csv&stage=NONE").status()).isEqualTo(400);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Nothing is left out silently: what is too much for a file is still counted, found and turned through. */
    @Test
    void longListWithholdsNothing() throws Exception {
        int many = ListAsk.EXPORTED + 1;
        sql.sql("""
                        INSERT INTO voluntary.fact (form_key, organisation_id, kind, title, number, issuer, content, truth, actor, filed_at)
                        SELECT 'long-' || :base || '-' || n, :organisation, 'certificate', '长单' || :base || '-' || n, '', '示例认证中心',
                               '认证范围', '真实', 'test', now()
                          FROM generate_series(1, :many) n
                        """)
                .param("base", base)
                .param("organisation", organisation(base).id())
                .param("many", many)
                .update();
        String list = "/voluntary-facts?q=" + encoded("长单" + base);
        assertThat(visit.get(officer, list).text()).contains("共 20,001 条").doesNotContain("export=csv");
        long looked = logged("voluntary.list");
        assertThat(visit.get(officer, list + "&export=csv").text())
                .as("too much for a file: the page says so")
                .contains("超过 20,000 条，不能导出");
        assertThat(logged("voluntary.export")).as("nothing was taken home").isZero();
        assertThat(logged("voluntary.list")).as("once, as what it was").isEqualTo(looked + 1);
        assertThat(visit.get(officer, list + "&page=401").text())
                .as("the first one filed, behind twenty thousand")
                .contains("长单" + base + "-1<");
        assertThat(visit.get(officer, list + "-20001&export=csv").text())
                .as("narrowed, it is taken home")
                .contains("长单" + base + "-20001");
    }

    private long logged(String what) {
        return sql.sql("SELECT count(*) FROM access.read_log WHERE actor = :actor AND what = :what")
                .param("actor", officer)
                .param("what", what)
                .query(Long.class)
                .single();
    }

    /** Else a page shows a fact again that another page showed, and leaves one out. */
    @Test
    void factsOfNamesakesComeAsTheyWereFiled() throws Exception {
        long first = organisation(base).id();
        long second = organisation(base + 1).id();
        sql.sql("""
                        INSERT INTO voluntary.fact (form_key, organisation_id, kind, title, number, issuer, content, truth, actor, filed_at)
                        SELECT 'same-' || :base || '-' || n, CASE WHEN n % 2 = 0 THEN :first ELSE :second END, 'certificate',
                               '同名' || :base || '-' || n, '', '示例认证中心', '认证范围', '真实', 'test', now()
                          FROM generate_series(1, 4) n
                        """)
                .param("base", base)
                .param("first", first)
                .param("second", second)
                .update();
        JdbcClient.create(context.getBean(Database.class).owner())
                .sql(
                        "UPDATE organisation.name SET name = :name WHERE organisation_id = :organisation AND until IS NULL")
                .param("name", PenaltyFile.name(base))
                .param("organisation", second)
                .update();

        String text = visit.get(officer, "/voluntary-facts?sort=party&q=" + encoded("同名" + base))
                .text();
        assertThat(IntStream.rangeClosed(1, 4)
                        .mapToObj(n -> text.indexOf("同名" + base + "-" + n + "<"))
                        .toList())
                .doesNotContain(-1)
                .isSorted();
    }

    @Test
    void nobodySeesWhatIsNotTheirs() throws Exception {
        String path = filed("certificate");
        assertThat(visit.get(other, path).status()).isEqualTo(404);
        assertThat(visit.get(other, "/voluntary-facts").text()).doesNotContain("认证证书" + base);
        assertThat(visit.get(ecologist, path).status()).isEqualTo(404);
        assertThat(visit.get(ecologist, "/voluntary-facts").text()).doesNotContain("认证证书" + base);
        assertThat(decide(ecologist, path, "verified", "已与认证机构核对一致").status()).isEqualTo(404);
        assertThat(visit.post(visit.actor(other), path + "/attachments").status())
                .isEqualTo(404);
    }

    @Test
    void noOtherModuleReadsThem() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackage("org.xinheng.server.voluntary..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.xinheng.server.voluntary..")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.xinheng.server"));
    }
}
