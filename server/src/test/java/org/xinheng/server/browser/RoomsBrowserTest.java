package org.xinheng.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xinheng.server.access.Role;
import org.xinheng.server.intake.PenaltyFile;
import org.xinheng.server.intake.RecordsServer;

/** The rooms of organisation, bank, inspectors and officers, in both languages and at both widths. */
class RoomsBrowserTest extends RecordsServer {

    private static final String PASSWORD = "test password";
    private static final String BANK = "demo-bank";

    private static Chromium chromium;

    @BeforeAll
    static void launch() {
        chromium = Chromium.launch();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void people() throws Exception {
        deliver(penalties(base, 1));
        setup.organisationAccount("subject-" + base, PASSWORD, PenaltyFile.code(base));
        setup.account("bank-" + base, PASSWORD, Set.of(Role.CONSENTED_READER), BANK);
        setup.account("officer-" + base, PASSWORD, Set.of(Role.AUTHORITY_OFFICER), "market");
        setup.account("inspector-" + base, PASSWORD, Set.of(Role.SUPERVISING_OFFICER), "market");
    }

    private Watched room(String name, int width) {
        Watched room = new Watched(chromium.browser(), "http://localhost:" + port, width, true);
        room.open("/login");
        room.page().fill("#username", name + "-" + base);
        room.page().fill("#password", PASSWORD);
        room.page().click("main button");
        return room.isSound();
    }

    private static String main(Watched window) {
        return Objects.requireNonNull(window.page().locator("main").textContent());
    }

    private static void reads(Watched room, String picture, String path) {
        room.open(path).isSound().isAccessible().picture(picture);
        room.open("/en" + path).isSound().isAccessible();
    }

    @Test
    void anOrganisationSignsAndTheBankReadsUntilItIsRevoked() {
        try (Watched room = room("subject", Watched.DESK);
                Watched bank = room("bank", Watched.PHONE)) {
            reads(room, "consents", "/consents");
            reads(room, "consent-form", "/consents/new");
            room.open("/consents/new");
            room.page().locator("main form button").press("Enter");
            room.page().waitForSelector(".wrong");
            room.isSound().isAccessible();

            room.page().selectOption("#reader", BANK);
            room.page().selectOption("#purpose", "loan-application");
            room.page().locator("main input[name=data]").first().check();
            room.page().fill("#decidedFrom", "2024-01-01");
            room.page().fill("#reads", "2");
            room.page().fill("#last", "2026/9/9");
            room.page().locator("main form button").press("Enter");
            room.page().waitForSelector("main .hash");
            room.isSound().isAccessible().picture("consent-review");
            room.page().locator("main form button").press("Enter");
            room.page().waitForURL("**/consents/*");
            String path = room.page().url().replaceAll(".*(/consents/)", "$1");
            reads(room, "consent", path);

            reads(bank, "consented", "/consented");
            bank.open("/consented/" + path.substring("/consents/".length()));
            bank.page().fill("#fileNumber", "贷审〔2026〕1号");
            bank.page().locator("main form button").press("Enter");
            bank.page().waitForURL("**/consented/*");
            bank.isSound().isAccessible().picture("consented-file");

            room.open(path).isSound();
            assertThat(main(room))
                    .as("body and purpose, never the officer")
                    .contains("贷审〔2026〕1号", "澜衡商业银行（虚构）")
                    .doesNotContain("bank-" + base);
        }
    }

    @Test
    void inspectorsPlanAndEverybodySeesWhatIsPlanned() {
        try (Watched room = room("inspector", Watched.DESK);
                Watched anybody = new Watched(chromium.browser(), "http://localhost:" + port, Watched.PHONE, false)) {
            reads(room, "inspection-desk", "/inspections/desk");
            reads(room, "inspection-new", "/inspections/desk/new");
            reads(room, "inspection-staff", "/inspections/staff");
            room.open("/inspections/desk/new");
            room.page().locator("main form button").press("Enter");
            room.page().waitForSelector(".wrong");
            room.isSound().isAccessible();
            for (String path : List.of("/inspections", "/en/inspections", "/scenes", "/en/scenes")) {
                anybody.open(path).isSound();
            }
        }
        try (Watched anybody = new Watched(chromium.browser(), "http://localhost:" + port, Watched.DESK, true)) {
            reads(anybody, "inspections", "/inspections");
            reads(anybody, "scenes", "/scenes");
        }
    }

    @Test
    void anOfficerSetsUpASecondFactor() {
        try (Watched room = room("inspector", Watched.PHONE)) {
            reads(room, "second-factor", "/account/second-factor");
            room.open("/account/second-factor");
            room.page().fill("#code", "000000");
            room.page().locator("main form button").press("Enter");
            room.page().waitForSelector(".error-summary");
            room.isSound().isAccessible();
            assertThat(main(room)).doesNotContain("Code", "Second factor");
        }
    }

    @Test
    void anOfficerProposesAListingAndItsSubjectReadsTheNotice() {
        try (Watched officer = room("officer", Watched.DESK);
                Watched party = room("subject", Watched.PHONE)) {
            reads(officer, "proposal", "/proceedings/new");
            officer.open("/proceedings/new");
            officer.page().fill("#code", PenaltyFile.code(base));
            officer.page().selectOption("#list", "severe-market-regulation");
            officer.page().selectOption("#ground", "list.severe-market-regulation.ground.consumers");
            officer.page().fill("#facts", "销售不合格商品，侵害消费者权益，情节严重");
            officer.page().fill("#law", "《市场监督管理严重违法失信名单管理办法》第八条");
            officer.page().fill("#measures", "列为重点监管对象");
            officer.page().locator("main form button").press("Enter");
            officer.page().waitForURL(Pattern.compile(".*/proceedings/\\d+"));
            String path = officer.page().url().replaceAll(".*(/proceedings/)", "$1");
            reads(officer, "proceeding", path);
            reads(officer, "proceedings", "/proceedings");

            officer.open(path);
            officer.page().click("#act-notify summary");
            officer.page().fill("#document-notify", "昕市监告〔2026〕" + base + "号");
            officer.page().locator("#act-notify button").press("Enter");
            officer.page().waitForSelector("main:has-text('已告知')");
            reads(party, "proceeding-of-subject", path);
            party.open(path).isSound();
            assertThat(main(party)).contains("陈述", "销售不合格商品");
        }
    }
}
