package org.xinheng.server.publicity.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xinheng.server.access.Role;
import org.xinheng.server.intake.Clerk;
import org.xinheng.server.intake.PenaltyFile;
import org.xinheng.server.intake.RecordsServer;

/** At the window: nothing is handed over before it is written down who presented what. */
class WindowTest extends RecordsServer {

    private @Nullable Clerk window;

    @BeforeEach
    void stand() throws Exception {
        deliver(penalties(base, 1));
        window = new Clerk(context, "window-" + base, Role.SERVICE_WINDOW, null);
    }

    private Clerk.Seen ask(String code, String ground, String document) throws Exception {
        return Objects.requireNonNull(window).sends("/window", "code", code, "ground", ground, "document", document);
    }

    /** What the log holds of this window. */
    private List<Map<String, Object>> log() {
        return sql.sql("SELECT what, organisation_id, purpose FROM access.read_log WHERE actor = ?")
                .param("window-" + base)
                .query()
                .listOfRows();
    }

    @Test
    void sheetShowsWhatIsPublicAndTheLogHoldsTheGround() throws Exception {
        assertThat(Objects.requireNonNull(window).reads("/window").body()).contains("营业执照或者登记证书原件");
        var sheet = ask(PenaltyFile.code(base), "authorisation", "授权〔2026〕7号");
        assertThat(sheet.status()).isEqualTo(200);
        assertThat(sheet.body())
                .contains(
                        "信用信息查询单",
                        PenaltyFile.name(base),
                        PenaltyFile.number(base),
                        "授权〔2026〕7号",
                        "/repair\"",
                        "/cases/new/objection?record=");
        assertThat(log())
                .containsExactly(Map.of(
                        "what", "window.sheet",
                        "organisation_id", organisation(base).id(),
                        "purpose", "authorisation:授权〔2026〕7号"));
    }

    @Test
    void withoutGroundOrOrganisationNothingIsHandedOver() throws Exception {
        assertThat(ask(PenaltyFile.code(base), "", "1号").body())
                .contains("请选择出示的材料")
                .doesNotContain(PenaltyFile.name(base));
        assertThat(ask(PenaltyFile.code(base), "licence", "").body())
                .contains("error-summary")
                .doesNotContain(PenaltyFile.name(base));
        assertThat(ask("91", "licence", "1号").body()).contains("代码有误");
        assertThat(ask("11010519491231002X", "licence", "1号").body()).contains("不查询自然人");
        assertThat(log()).isEmpty();
    }

    @Test
    void otherPostsHaveNoWindow() throws Exception {
        var clerk = new Clerk(context, "clerk-" + base, Role.SOURCE_CLERK, market.id());
        assertThat(clerk.reads("/window").status()).isEqualTo(403);
    }
}
