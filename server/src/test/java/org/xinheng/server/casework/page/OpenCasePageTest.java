package org.xinheng.server.casework.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xinheng.core.policy.CaseKind;
import org.xinheng.packs.PackLoader;
import org.xinheng.packs.PackLoading;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.Words;

/** The form that opens a case. */
class OpenCasePageTest {

    private static String noGround(String id, Language language) throws IOException {
        var national = (PackLoading.Loaded) PackLoader.load(Path.of("..", "policy-packs"), "national");
        CaseKind kind = national.policy().instruments().caseKind(id).orElseThrow();
        var page = new OpenCasePage(kind, null, List.of(), false, false, List.of(), TypedCase.NOTHING, null, Map.of());
        return Words.in(language).say(page.noGround());
    }

    @Test
    void onlyWhereCampaignsAreTheGroundsAreTheySpokenOf() throws IOException {
        assertThat(noGround("campaign-item", Language.CHINESE)).contains("专项治理");
        assertThat(noGround("objection", Language.CHINESE)).contains("理由").doesNotContain("专项治理");
        assertThat(noGround("campaign-item", Language.ENGLISH)).contains("campaign");
        assertThat(noGround("objection", Language.ENGLISH)).contains("ground").doesNotContain("campaign");
    }
}
