package org.xinheng.server.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.account.Accounts;
import org.xinheng.server.access.account.Clients;
import org.xinheng.server.cli.CityVisit;
import org.xinheng.server.cli.FoundedCityServer;

/** Accounts and clients in the hands of an administrator, at pages of the made-up city. */
class GranteesTest extends FoundedCityServer {

    private static final Pattern SECRET = Pattern.compile("class=\"secret code\">([^<]+)<");
    private static final String GROUND = "依审批单开立";

    @Autowired
    WebApplicationContext context;

    @Autowired
    Accounts accounts;

    @Autowired
    Clients clients;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    JdbcClient sql;

    private @Nullable CityVisit visitor;

    private CityVisit visit() {
        CityVisit known = visitor == null ? new CityVisit(context) : visitor;
        visitor = known;
        return known;
    }

    private CityVisit.Seen admin(String path, String... form) throws Exception {
        return visit().post(visit().actor("admin"), path, form);
    }

    private String given(CityVisit.Seen page) {
        Matcher secret = SECRET.matcher(page.text());
        assertThat(secret.find()).as(page.text()).isTrue();
        return secret.group(1);
    }

    @Test
    void accountIsOpenedChangedLockedAndRenewedEachWithItsGround() throws Exception {
        String name = "window-3";
        String path = "/accounts/" + name;
        String password = given(admin(
                "/accounts",
                "name",
                name,
                "grants",
                "APPROVING_OFFICER",
                "grants",
                "AUDITOR",
                "body",
                "",
                "ground",
                GROUND));
        var opened = accounts.find(name).orElseThrow();
        assertThat(passwords.matches(password, opened.passwordHash())).isTrue();
        assertThat(opened.actor().permissions()).contains(Permission.CHECK, Permission.READ_PAST);
        assertThat(visit().get("admin", path).text()).doesNotContain(password).contains("审批人员", GROUND);

        assertThat(admin(path, "act", "CHANGE", "grants", "APPROVING_OFFICER", "body", "", "ground", "岗位调整了")
                        .location())
                .endsWith(path);
        assertThat(sql.sql("SELECT count(*) FROM access.revocation WHERE subject = 'account ' || ?")
                        .param(name)
                        .query(Long.class)
                        .single())
                .as("its sessions end")
                .isPositive();
        assertThat(accounts.find(name).orElseThrow().actor().permissions()).doesNotContain(Permission.READ_PAST);

        String second = given(admin(path, "act", "RENEW", "ground", "忘记密码"));
        var renewed = accounts.find(name).orElseThrow();
        assertThat(passwords.matches(password, renewed.passwordHash())).isFalse();
        assertThat(passwords.matches(second, renewed.passwordHash())).isTrue();

        admin(path, "act", "LOCK", "ground", "人员已调离");
        assertThat(accounts.find(name)).isEmpty();
        assertThat(visit().get("admin", "/accounts?state=STATE_LOCKED").text()).contains(path);
        admin(path, "act", "UNLOCK", "ground", "人员已返岗");
        assertThat(accounts.find(name)).isPresent();

        sql.sql("INSERT INTO access.second_factor (account, sealed, last_step, offered_at, confirmed_at)"
                        + " VALUES (?, '\\x00', 0, '2026-01-01', '2026-01-01')")
                .param(name)
                .update();
        admin(path, "act", "RESET_FACTOR", "ground", "手机已遗失");
        assertThat(sql.sql("SELECT count(*) FROM access.second_factor WHERE account = ?")
                        .param(name)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(sql.sql("SELECT step FROM access.grantee_change WHERE name = ? AND actor = 'admin' ORDER BY id")
                        .param(name)
                        .query(String.class)
                        .list())
                .containsExactly("OPENED", "CHANGED", "SECRET_GIVEN", "LOCKED", "UNLOCKED", "FACTOR_RESET");
        assertThat(visit().get("admin", path).text()).contains("手机已遗失", "人员已返岗", "人员已调离", "忘记密码", "岗位调整了");
    }

    @Test
    void clientsSecretIsShownOnceAndTheFormerOneIsVoid() throws Exception {
        String id = "permit-system";
        String first = given(admin("/clients", "name", id, "grants", "CHECK", "body", "", "ground", GROUND));
        assertThat(passwords.matches(first, clients.find(id).orElseThrow().secretHash()))
                .isTrue();
        String second = given(admin("/clients/" + id, "act", "RENEW", "ground", "定期更换"));
        assertThat(second).isNotEqualTo(first);
        String hash = clients.find(id).orElseThrow().secretHash();
        assertThat(passwords.matches(first, hash)).isFalse();
        assertThat(passwords.matches(second, hash)).isTrue();
        assertThat(visit().get("admin", "/clients/" + id).text())
                .doesNotContain(first, second)
                .contains("定期更换");
        admin("/clients/" + id, "act", "LOCK", "ground", "系统已下线");
        assertThat(clients.find(id)).isEmpty();
    }

    @Test
    void programOfAnOrganisationIsGivenNothingElse() throws Exception {
        String id = "own-program";
        clients.bind(id, "secret-of-the-program", "91990102MA0002PYX4");
        String hash = clients.find(id).orElseThrow().secretHash();
        Set<Permission> before = clients.find(id).orElseThrow().actor().permissions();

        assertThat(visit().get("admin", "/clients").text()).contains("91990102MA0002PYX4");
        admin("/clients/" + id, "act", "CHANGE", "grants", "CHECK", "body", "", "ground", GROUND);
        assertThat(clients.find(id).orElseThrow().actor().permissions()).isEqualTo(before);
        assertThat(admin("/clients", "name", id, "grants", "CHECK", "body", "", "ground", GROUND)
                        .text())
                .contains("已被使用");
        assertThat(clients.find(id).orElseThrow().secretHash()).isEqualTo(hash);
    }

    @Test
    void exercisesStandAlone() throws Exception {
        var both = admin(
                "/clients", "name", "x-3", "grants", "CHECK", "grants", "CHECK_SANDBOX", "body", "", "ground", GROUND);
        assertThat(both.status()).isEqualTo(400);
        assertThat(both.text()).contains("“演练核查”须单独授予");
        assertThat(clients.find("x-3")).isEmpty();
    }

    @Test
    void whatIsUnfitIsToldBesideItsFieldAndNothingIsKept() throws Exception {
        var unfit = admin("/accounts", "name", "Zhang San", "grants", "AUDITOR", "body", "", "ground", GROUND);
        assertThat(unfit.status()).isEqualTo(400);
        assertThat(unfit.text()).contains("名称不合要求", "Zhang San", GROUND);
        assertThat(admin("/accounts", "name", "office", "grants", "AUDITOR", "body", "", "ground", GROUND)
                        .text())
                .contains("已被使用");
        assertThat(admin("/accounts", "name", "x-1", "grants", "SOURCE_CLERK", "body", "", "ground", GROUND)
                        .text())
                .contains("须属于一个单位");
        assertThat(admin("/accounts", "name", "x-1", "grants", "ORGANISATION", "body", "", "ground", GROUND)
                        .text())
                .contains("只能从所列各项中选择");
        assertThat(admin("/accounts", "name", "x-1", "grants", "AUDITOR", "body", "nobody", "ground", "")
                        .text())
                .contains("请从所列单位中选择", "href=\"#ground\"");
        assertThat(accounts.find("x-1")).isEmpty();
        assertThat(admin("/clients", "name", "x-2", "grants", "ADMINISTER", "body", "", "ground", GROUND)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void nobodyActsOnTheOwnAccountAndNobodyElseReachesThePages() throws Exception {
        assertThat(admin("/accounts/admin", "act", "CHANGE", "grants", "CREDIT_OFFICE", "body", "", "ground", GROUND)
                        .text())
                .contains("不能为自己的账号办理");
        assertThat(accounts.find("admin").orElseThrow().actor().permissions()).doesNotContain(Permission.OVERSEE);
        for (String account : ROOMS.keySet()) {
            int status = visit().send(visit().actor(account), MockMvcRequestBuilders.get("/accounts"))
                    .status();
            assertThat(status).as(account).isEqualTo(account.equals("admin") ? 200 : 403);
        }
    }
}
