package org.xinheng.testkit.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Proceedings of the made-up market bureau in every stage, as its people send them to the API. */
public final class CityListings {

    private static final String SEVERE = "severe-market-regulation";
    private static final String CONSUMERS = "list.severe-market-regulation.ground.consumers";
    private static final Deed NOTICE = officer("NOTIFY", "document", "澜市监告〔#〕@号");
    private static final Deed WAIVED =
            party("ANSWER", "form", "DEFENCE", "words", "对事实没有异议，已经整改，没有其他意见", "last", "yes");
    private static final Deed LISTED =
            head("DECIDE", "document", "澜市监列〔#〕@号", "verdict", "LIST", "until", "+2", "reasons", "申辩意见不影响事实认定");
    private static final Deed SERVED = officer("SERVE");
    private static final String REASONS = "reasons";

    private final LocalDate today;
    private final List<CityOrganisation> parties;
    private final List<Story> stories = new ArrayList<>();

    /**
     * One proceeding.
     *
     * @param proposal body of the request that opens it
     * @param deeds what follows, in order; the first step that a deed has seen is the proposal
     */
    public record Story(Map<String, String> proposal, List<Deed> deeds) {
        public Story {
            deeds = List.copyOf(deeds);
        }
    }

    /** Whose deed it is. */
    public enum By {
        OFFICER,
        HEAD,
        /** The organisation itself. */
        PARTY
    }

    /** @param act body of the request, but for what was seen */
    public record Deed(By by, Map<String, String> act) {}

    private CityListings(LocalDate today, List<CityOrganisation> parties) {
        this.today = today;
        this.parties = parties;
    }

    /** @param organisations of the city; the last ones of them get into proceedings */
    public static List<Story> of(List<CityOrganisation> organisations, LocalDate today) {
        List<CityOrganisation> parties = organisations.reversed().stream()
                .filter(party -> !party.individualBusiness())
                .toList();
        CityListings listings = new CityListings(today, parties);
        listings.tell();
        return List.copyOf(listings.stories);
    }

    private void tell() {
        story(SEVERE, CONSUMERS);
        story(SEVERE, CONSUMERS, NOTICE);
        story(SEVERE, CONSUMERS, NOTICE, officer("ANSWER", "form", "HEARING_REQUEST", "words", "对事实和依据均有异议，请求听证"));
        story(SEVERE, CONSUMERS, NOTICE, WAIVED, LISTED);
        story(SEVERE, CONSUMERS, NOTICE, WAIVED, LISTED, SERVED);
        story(
                SEVERE,
                CONSUMERS,
                NOTICE,
                WAIVED,
                head("DECIDE", "document", "澜市监不列〔#〕@号", "verdict", "DECLINE", REASONS, "没有主观故意，且已经消除后果"));
        story(SEVERE, CONSUMERS, NOTICE, officer("DROP", REASONS, "事实尚需补充调查"));
        story(
                SEVERE,
                CONSUMERS,
                NOTICE,
                WAIVED,
                LISTED,
                SERVED,
                head("REVOKE", "document", "澜市监撤〔#〕@号", "fell", "+0", REASONS, "原行政处罚决定经行政复议撤销"));
        String watch = "list.watch.ground.below-severe";
        Deed tagged = head("DECIDE", "document", "澜市监关注〔#〕@号", "verdict", "LIST", "until", "+0.5", REASONS, "适当提高检查频次");
        story("watch", watch, NOTICE, WAIVED, tagged, SERVED);
        story(
                "watch",
                watch,
                NOTICE,
                WAIVED,
                tagged,
                SERVED,
                officer("ASK_REMOVAL", "proof", "整改验收单"),
                head("DECIDE_REMOVAL", "document", "澜市监解〔#〕@号", "granted", "yes", REASONS, "情形已经消失"));
        story(
                "honour-contracts",
                "list.honour-contracts.ground.kept",
                party("CONSENT", "given", "yes"),
                head("DECIDE", "document", "澜市监荣〔#〕@号", "verdict", "LIST", "until", "+1", REASONS, "合同履约良好"),
                SERVED);
    }

    private void story(String list, String ground, Deed... deeds) {
        int number = stories.size() + 1;
        Map<String, String> proposal = new LinkedHashMap<>();
        proposal.put("code", parties.get(number).code());
        proposal.put("list", list);
        proposal.put("ground", ground);
        proposal.put("facts", list.startsWith("honour") ? "连续两年合同履约率百分之百" : "销售不符合标准的商品，侵害消费者权益");
        proposal.put("law", "《澜衡市公共信用信息管理办法》（虚构）第二十条");
        if (!list.equals("watch")) {
            proposal.put("measures", list.startsWith("honour") ? "优先推荐" : "列为重点监管对象");
        }
        proposal.put("key", "demo-" + number);
        stories.add(new Story(
                proposal,
                List.of(deeds).stream().map(deed -> dated(deed, number)).toList()));
    }

    /** # is the year, @ the number of the story, +n so many years from today. */
    private Deed dated(Deed deed, int number) {
        Map<String, String> act = new LinkedHashMap<>();
        deed.act().forEach((field, value) -> act.put(field, dated(value, number)));
        return new Deed(deed.by(), act);
    }

    private String dated(String value, int number) {
        if (value.matches("\\+[0-9.]+")) {
            long days = Math.round(Double.parseDouble(value.substring(1)) * 365);
            return today.plusDays(days).toString();
        }
        return value.replace("#", Integer.toString(today.getYear())).replace("@", Integer.toString(number));
    }

    private static Deed officer(String act, String... namesAndValues) {
        return deed(By.OFFICER, act, namesAndValues);
    }

    private static Deed head(String act, String... namesAndValues) {
        return deed(By.HEAD, act, namesAndValues);
    }

    private static Deed party(String act, String... namesAndValues) {
        return deed(By.PARTY, act, namesAndValues);
    }

    private static Deed deed(By by, String act, String... namesAndValues) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("act", act);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            body.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Deed(by, body);
    }
}
