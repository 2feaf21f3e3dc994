package org.xinheng.server.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.archive.Ending;
import org.xinheng.server.content.ContentLibrary.Outcome;
import org.xinheng.server.intake.PenaltyFile;
import org.xinheng.server.intake.RecordsServer;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.publicity.Visit;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.Words;

/** What the library lets in, who publishes, and that a name goes with the record behind it. */
class ContentLibraryTest extends RecordsServer {

    private static final Words ZH = Words.in(Language.CHINESE);
    private static final String UNNAMED = "某单位";

    @Autowired
    private ContentLibrary library;

    @Autowired
    private Archive records;

    @Autowired
    private Organisations register;

    @Autowired
    private JdbcClient rows;

    private String address = "";
    private String name = "";
    private String word = "";

    @BeforeEach
    void record() throws Exception {
        name = "澜衡市澄" + Integer.toString(base, 36) + "砚仪器有限公司";
        deliver(penalties(base, 1).set(0, "CF_XDR_MC", name));
        address = addressOf(base);
        word = "特征" + base + "词";
    }

    private static ContentCheck.Typed typed(String title, String body) {
        return new ContentCheck.Typed(title, body, "", "", "", "");
    }

    private ContentCheck.Typed story() {
        return typed(
                "[[" + address + "]]整改纪实" + word,
                "检查发现，[[https://localhost/en/records/" + address + "]]的包装标注与实际不符。\n经指导，该单位已经改正" + word + "。");
    }

    private long published(ContentCheck.Typed typed) {
        long id = opened(typed);
        assertThat(library.publish(id, 1, "second", ZH)).isEqualTo(new Outcome.Done(id));
        return id;
    }

    private long opened(ContentCheck.Typed typed) {
        Outcome outcome = library.open(
                ContentKind.WARNING, typed, "first", UUID.randomUUID().toString(), ZH);
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).item();
    }

    private Map<String, String> faults(ContentCheck.Typed typed) {
        Outcome outcome = library.open(
                ContentKind.WARNING, typed, "first", UUID.randomUUID().toString(), ZH);
        assertThat(outcome).isInstanceOf(Outcome.Unfit.class);
        return ((Outcome.Unfit) outcome).faults();
    }

    private Visit get(String path) {
        return Visit.to(port, path);
    }

    private Visit search(String words) {
        return get("/library?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
    }

    @Test
    void aSecondPersonPublishesAndNobodySeesItBefore() {
        long id = opened(story());
        assertThat(get("/library/" + id).status()).isEqualTo(404);
        assertThat(search(word).body()).doesNotContain("/library/" + id + "\"");
        assertThat(library.publish(id, 1, "first", ZH)).isEqualTo(new Outcome.OwnText());
        assertThatThrownBy(() -> rows.sql("""
                        INSERT INTO content.act (item_id, no, kind, version_no, reason, actor, taken_at)
                        VALUES (?, 1, 'PUBLISH', 1, '', 'first', now())
                        """).param(id).update()).isInstanceOf(DataAccessException.class);
        assertThat(library.publish(id, 1, "second", ZH)).isEqualTo(new Outcome.Done(id));
        assertThat(get("/library/" + id).status()).isEqualTo(200);
    }

    @Test
    void aFormSentTwiceOpensOnePiece() {
        String key = UUID.randomUUID().toString();
        Outcome first = library.open(ContentKind.NEWS, story(), "first", key, ZH);
        assertThat(library.open(ContentKind.NEWS, story(), "first", key, ZH)).isEqualTo(first);
    }

    @Test
    void aNewerTextWaitsWhileTheOlderOneStays() {
        long id = published(story());
        assertThat(library.revise(id, 1, typed("另一个标题" + word, "另一份正文，写得更清楚一些，共二十个字以上。"), "third", ZH))
                .isEqualTo(new Outcome.Done(id));
        assertThat(get("/library/" + id).body()).contains("整改纪实").doesNotContain("另一个标题");
        assertThat(library.publish(id, 1, "second", ZH)).as("an older version").isEqualTo(new Outcome.Overtaken());
        assertThat(library.publish(id, 2, "second", ZH)).isEqualTo(new Outcome.Done(id));
        assertThat(get("/library/" + id).body()).contains("另一个标题").doesNotContain("整改纪实");
    }

    @Test
    void itNamesTheOrganisationWhileItsRecordIsShown() {
        long id = published(story());
        Visit page = get("/library/" + id);
        assertThat(page.body())
                .contains("<h1 lang=\"zh-CN\">" + name + "整改纪实", "href=\"/records/" + address + "\">" + name + "</a>")
                .doesNotContain(UNNAMED + "</", "[[");
        assertThat(page.header("X-Robots-Tag"))
                .as("named through an adverse record")
                .isEqualTo("noindex");
        assertThat(search(word).body()).contains(name + "整改纪实");
        assertThat(search(name).body()).as("by the name").contains("/library/" + id + "\"");
        assertThat(search(name.substring(3, 8) + " " + word).body())
                .as("part of the name, and a word of the text")
                .contains("/library/" + id + "\"");
        assertThat(get("/").body()).as("the first page is indexed").doesNotContain(name);
    }

    private void hasNoName(long id) {
        Visit page = get("/library/" + id);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains(UNNAMED + "整改纪实").doesNotContain(name, address);
        assertThat(page.header("X-Robots-Tag")).isEmpty();
        assertThat(search(word).body()).contains(UNNAMED + "整改纪实").doesNotContain(name);
        assertThat(search(name).body()).as("by the name").doesNotContain("/library/" + id + "\"");
        assertThat(get("/en/library/" + id).body()).contains("an organisation").doesNotContain(name);
        assertThat(get("/warnings").body()).doesNotContain(name);
    }

    @Test
    void aWithdrawnRecordTakesTheNameOutOfTextAndSearchAtOnce() {
        long id = published(story());
        records.end(address, Ending.WITHDRAWN, "撤〔2026〕1号", "原决定已经撤销，当事人没有违法行为。", "test");
        hasNoName(id);
    }

    @Test
    void aRepairedRecordTakesTheNameOut() {
        long id = published(story());
        records.end(address, Ending.REPAIRED, "修〔2026〕1号", "", "test");
        hasNoName(id);
    }

    @Test
    void anExpiredRecordTakesTheNameOutOnTheDay() {
        long id = published(story());
        LocalDate last = Objects.requireNonNull(Objects.requireNonNull(
                        Objects.requireNonNull(records.find(address)).window())
                .last());
        today(last.toString());
        assertThat(get("/library/" + id).body()).contains(name);
        today(last.plusDays(1).toString());
        hasNoName(id);
    }

    @Test
    void aPictureGoesWithTheNames() throws Exception {
        long id = opened(story());
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G'};
        assertThat(library.illustrate(id, 1, picture, "[[" + address + "]]的车间", "first", ZH))
                .isEqualTo(new Outcome.Done(id));
        assertThat(library.publish(id, 2, "second", ZH)).isEqualTo(new Outcome.Done(id));
        assertThat(get("/library/" + id).body()).contains(name + "</a>的车间");
        assertThat(get("/library/" + id + "/picture").status()).isEqualTo(200);
        records.end(address, Ending.WITHDRAWN, "撤〔2026〕2号", "原决定已经撤销，当事人没有违法行为。", "test");
        assertThat(get("/library/" + id + "/picture").status()).isEqualTo(404);
        assertThat(get("/library/" + id).body()).doesNotContain("/picture", name);
    }

    @Test
    void freeStandingNamesAndCodesAreRefusedWithTheirPlace() {
        assertThat(faults(typed("一次整改的纪实", "第一行没有问题，写得足够长，可以保存。\n经查，" + name + "已经改正。")))
                .hasEntrySatisfying("body", fault -> assertThat(fault).contains("第 2 行第 4 字", name));
        assertThat(faults(typed(name + "整改", story().body() + "")))
                .hasEntrySatisfying("title", fault -> assertThat(fault).contains("第 1 行第 1 字"));
        assertThat(faults(typed("一次整改的纪实", "经查，" + name.replace("有限", " 有\u3000限") + "已经改正，写得足够长，可以保存。")))
                .as("blanks in between")
                .containsKey("body");
        assertThat(faults(typed("一次整改的纪实", "代码" + PenaltyFile.code(base) + "的单位已经改正，写得足够长，可以保存。")))
                .containsKey("body");
        assertThat(faults(typed("一次整改的纪实", "代码" + PenaltyFile.code(base + 900) + "的单位，谁也不认识，也是代码。")))
                .as("a right code that nobody knows")
                .containsKey("body");
    }

    @Test
    void publicBodiesMayBeNamed() {
        assertThat(opened(typed("一次检查的纪实", market.name().zh() + "开展了一次检查，发现的问题已经全部改正。")))
                .isPositive();
    }

    @Test
    void personsAreRefused() {
        assertThat(faults(typed("一次整改的纪实", "法定代表人王小明，当天到场说明情况，接受了处理决定。"))).containsKey("body");
        assertThat(faults(typed("一次整改的纪实", "当事人证件 11010519491231002X，当天到场说明情况，接受了处理。")))
                .containsKey("body");
    }

    @Test
    void recordsThatAreNotShownCannotBeQuoted() {
        assertThat(faults(typed("一次整改的纪实", "检查发现，[[nosuchaddress]]的包装标注与实际不符，已经改正。")))
                .hasEntrySatisfying("body", fault -> assertThat(fault).contains("nosuchaddress"));
        long id = opened(story());
        records.end(address, Ending.REPAIRED, "修〔2026〕2号", "", "test");
        assertThat(library.publish(id, 1, "second", ZH))
                .as("looked at again when it is published")
                .isInstanceOf(Outcome.Unfit.class);
    }

    @Test
    void whatIsWithdrawnIsGoneAndStaysGone() {
        long id = published(story());
        assertThat(library.withdraw(id, 1, "事实有出入，重新核实。", "second")).isEqualTo(new Outcome.Done(id));
        Visit gone = get("/library/" + id);
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.body()).doesNotContain("整改纪实", name);
        assertThat(search(word).body()).doesNotContain("/library/" + id + "\"");
        assertThat(library.publish(id, 1, "third", ZH)).isEqualTo(new Outcome.Overtaken());
    }

    @Test
    void theRegisterStandsBehindTheNames() {
        assertThat(register.findByCode(PenaltyFile.code(base)).orElseThrow().name())
                .isEqualTo(name);
    }
}
