package org.xinheng.server.publicity.own;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xinheng.server.archive.Ending;
import org.xinheng.server.cli.CityVisit;
import org.xinheng.server.intake.PenaltyFile;
import org.xinheng.server.intake.RecordsServer;

/** An organisation sees all that stands or stood about it, what it can do with each, and nothing of anybody else. */
class OwnFileTest extends RecordsServer {

    private static final String PASSWORD = "test password";

    private String account = "";

    @BeforeEach
    void aPenaltyForEachOfTwo() throws Exception {
        deliver(penalties(base, 2));
        account = "own-file-" + base;
        setup.organisationAccount(account, PASSWORD, PenaltyFile.code(base));
    }

    private String file() throws Exception {
        var seen = new CityVisit(context).get(account, "/own-file");
        assertThat(seen.status()).isEqualTo(200);
        return seen.text();
    }

    @Test
    void whatIsShownCanBeObjectedToAndRepairedFromItsDay() throws Exception {
        String address = addressOf(base);
        var earliest = Objects.requireNonNull(
                archive.currentOf(organisation(base).id()).getFirst().earliestRepair());
        assertThat(file())
                .contains(PenaltyFile.name(base), "公示中", "/records/" + address)
                .contains("/cases/new/objection?record=" + address);
        today(earliest.minusDays(1).toString());
        assertThat(file()).contains("最早可于").doesNotContain("/cases/new/repair?record=" + address);
        today(earliest.toString());
        assertThat(file()).contains("现在可以申请信用修复", "/cases/new/repair?record=" + address);
    }

    @Test
    void whatIsOverOrWithdrawnStaysInTheFileWithItsEnd() throws Exception {
        String address = addressOf(base);
        var window = Objects.requireNonNull(
                archive.currentOf(organisation(base).id()).getFirst().window());
        var last = Objects.requireNonNull(window.last());
        today(last.plusDays(1).toString());
        assertThat(file()).contains("公示期已满，不再公示").doesNotContain("href=\"/records/" + address);
        today("2026-06-11");
        archive.end(address, Ending.WITHDRAWN, "撤决〔2026〕" + base + "号", "原决定已被撤销", "test");
        assertThat(file())
                .contains("已撤回，不再公示", "撤决〔2026〕" + base + "号", "原决定已被撤销")
                .doesNotContain("/cases/new/objection?record=" + address);
    }

    @Test
    void whatWasUnlinkedWasNeverTheirs() throws Exception {
        archive.end(addressOf(base), Ending.UNLINKED, "关联撤销" + base, "", "test");
        assertThat(file()).contains("没有关于贵单位的记录");
    }

    @Test
    void nobodySeesAnothersFile() throws Exception {
        assertThat(file()).doesNotContain(PenaltyFile.name(base + 1), PenaltyFile.code(base + 1), addressOf(base + 1));
        assertThat(new CityVisit(context)
                        .get(account, "/own-file?code=" + PenaltyFile.code(base + 1))
                        .text())
                .doesNotContain(PenaltyFile.name(base + 1));
    }

    @Test
    void gradeIsExplainedToItsOwnOrganisation() throws Exception {
        assertThat(file())
                .contains("/evaluations/own?model=enterprise")
                .as("a model for bodies of government says nothing of an enterprise")
                .doesNotContain("/evaluations/own?model=government");
        var explained = new CityVisit(context).get(account, "/evaluations/own");
        assertThat(explained.status()).isEqualTo(200);
        assertThat(explained.text()).contains("本单位信用评价说明").doesNotContain("模型试算");
        assertThat(new CityVisit(context)
                        .get(account, "/evaluations/own?model=none")
                        .status())
                .isEqualTo(404);
    }
}
