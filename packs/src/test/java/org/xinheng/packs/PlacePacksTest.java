package org.xinheng.packs;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinheng.core.policy.Basis;
import org.xinheng.core.policy.Confidence;
import org.xinheng.core.policy.DeadlineRule;
import org.xinheng.core.policy.Place;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.Title;

/** Another pack is another place: name, lead authority, portal and clocks follow, and no line of Java knows one of them. */
class PlacePacksTest {

    private static final List<String> PLACES =
            List.of("neijiang", "jilin", "jilin-linjiang", "shangqiu", "mishan", "urumqi");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static final TreeMap<String, Policy> LOADED = new TreeMap<>();

    @BeforeAll
    static void load() throws IOException {
        for (String pack : PLACES) {
            LOADED.put(pack, PackLoaderTest.load(PackLoaderTest.PACKS, pack));
        }
        LOADED.put("national", PackLoaderTest.load(PackLoaderTest.PACKS, "national"));
    }

    @ParameterizedTest
    @CsvSource({
        "neijiang,       511000, 内江市发展和改革委员会,             内江市社会信用信息共享平台,   6",
        "jilin,          220000, 吉林省政务服务和数字化建设管理局,   吉林省社会信用综合服务平台,   9",
        "jilin-linjiang, 220681, 临江市政务服务和数字化建设管理局,   临江市社会信用综合服务平台,   0",
        "shangqiu,       411400, 商丘市发展和改革委员会,             商丘市公共信用信息平台,       9",
        "mishan,         230382, 密山市营商环境建设监督局,           密山市公共信用信息平台,       0",
        "urumqi,         650100, 乌鲁木齐市发展和改革委员会,         乌鲁木齐市信用信息共享平台,   8"
    })
    void thePackSaysWhoLeadsAndWhatThePortalIsCalled(
            String pack, String division, String lead, String platform, int counties) {
        Place place = policy(pack).place();

        assertThat(place.division()).isEqualTo(division);
        assertThat(place.leadAuthority().zh()).isEqualTo(lead);
        assertThat(place.platform().zh()).isEqualTo(platform);
        assertThat(place.counties()).hasSize(counties);
    }

    @Test
    void noTwoPlacesShareNameLeadAuthorityPortalOrVersion() {
        List<Title> titles = new ArrayList<>();
        LOADED.values().forEach(policy -> {
            titles.add(policy.place().name());
            titles.add(policy.place().leadAuthority());
            titles.add(policy.place().platform());
        });

        assertThat(titles.stream().map(Title::zh)).doesNotHaveDuplicates();
        assertThat(titles.stream().map(Title::en)).doesNotHaveDuplicates();
        assertThat(LOADED.values().stream().map(Policy::version)).doesNotHaveDuplicates();
    }

    @Test
    void theDivisionsAreThoseOfTheNationalTable() {
        for (String pack : PLACES) {
            Place place = policy(pack).place();
            String below = place.division().replaceFirst("(00)+$", "");
            assertThat(policy(pack).codes().regions()).contains(place.division());
            assertThat(place.counties())
                    .allSatisfy(county -> assertThat(county.code())
                            .hasSize(6)
                            .startsWith(below)
                            .isNotEqualTo(place.division()));
            assertThat(place.counties())
                    .filteredOn(county -> !policy("national").codes().regions().contains(county.code()))
                    .extracting(Place.Division::code)
                    .isSubsetOf("511071");
        }
    }

    @Test
    void everyPlaceStandsOnTheNationalRules() {
        for (String pack : PLACES) {
            assertThat(policy(pack).recordTypes())
                    .containsAllEntriesOf(policy("national").recordTypes());
            assertThat(policy(pack).gates())
                    .containsAllEntriesOf(policy("national").gates());
            assertThat(days(pack, "publication", TODAY)).isEqualTo("7 WORKING_DAYS");
        }
    }

    @Test
    void shangqiuHasTheClocksOfHenan() {
        assertThat(days("shangqiu", "objection.own-data", TODAY)).isEqualTo("3 WORKING_DAYS");
        assertThat(days("shangqiu", "objection.provider", TODAY)).isEqualTo("3 WORKING_DAYS");
        assertThat(days("shangqiu", "objection.whole", TODAY)).isEqualTo("7 WORKING_DAYS");
        assertThat(days("shangqiu", "intake-verification", TODAY)).isEqualTo("5 WORKING_DAYS");
        assertThat(days("shangqiu", "withdrawal.on-update", TODAY)).isEqualTo("1 WORKING_DAYS");
        assertThat(days("shangqiu", "withdrawal", TODAY)).isEqualTo("3 WORKING_DAYS");
        for (String clock :
                List.of("objection.own-data", "objection.whole", "intake-verification", "withdrawal.on-update")) {
            DeadlineRule rule = policy("shangqiu").deadline(clock, TODAY);
            assertThat(rule.rule().basis().level()).as(clock).isEqualTo(Basis.Level.LOCAL_REGULATION);
            assertThat(rule.rule().confidence()).as(clock).isEqualTo(Confidence.CONFIRMED);
        }
        assertThat(policy("shangqiu")
                        .deadline("objection.whole", TODAY)
                        .counting()
                        .suspension())
                .isNotNull();
    }

    @Test
    void henansRepairOfOneDayGivesWayToTheState() {
        assertThat(days("shangqiu", "repair.whole", LocalDate.of(2021, 6, 1))).isEqualTo("1 WORKING_DAYS");
        assertThat(days("shangqiu", "repair.whole", TODAY)).isEqualTo(days("national", "repair.whole", TODAY));
    }

    @Test
    void mishanCountsTheEightOtherActsAndPublishesOnJixisPortal() {
        assertThat(days("mishan", "publication.other-acts", TODAY)).isEqualTo("7 WORKING_DAYS");
        Place.Network network = policy("mishan").place().network();
        assertThat(requireNonNull(network.superior()).code()).isEqualTo("230300");
        assertThat(requireNonNull(network.portal()).division()).isEqualTo("230300");
        assertThat(network.portal().title().zh()).isEqualTo("信用中国（黑龙江·鸡西）");
        PLACES.stream()
                .filter(pack -> !pack.equals("mishan"))
                .forEach(pack ->
                        assertThat(policy(pack).place().network().portal()).isNull());
    }

    @Test
    void noOtherPlaceGetsTheClocksOfAnother() {
        for (String pack : PLACES) {
            assertThat(policy(pack)
                            .deadline("publication.other-acts", TODAY)
                            .rule()
                            .place()
                            .startsWith("mishan/"))
                    .as(pack)
                    .isEqualTo(pack.equals("mishan"));
            assertThat(policy(pack).deadlines().containsKey("withdrawal.on-update"))
                    .as(pack)
                    .isEqualTo(pack.equals("shangqiu"));
        }
    }

    @Test
    void aCityStandsOnItsProvinceWithoutHavingItsDivisions() {
        Policy province = policy("jilin");
        Policy city = policy("jilin-linjiang");

        assertThat(city.deadlines()).containsAllEntriesOf(province.deadlines());
        assertThat(city.measures()).containsExactlyElementsOf(province.measures());
        assertThat(city.matters()).containsKeys("state-land-transfer", "government-procurement");
        assertThat(requireNonNull(city.matters().get("state-land-transfer"))
                        .rule()
                        .place())
                .startsWith("jilin/matters.yaml:");
        assertThat(policy("urumqi").matters()).doesNotContainKey("state-land-transfer");
        assertThat(city.place().counties()).isEmpty();
        assertThat(requireNonNull(city.place().network().superior()).code())
                .isEqualTo(province.place().division());
    }

    private static Policy policy(String pack) {
        return requireNonNull(LOADED.get(pack), pack);
    }

    private static String days(String pack, String clock, LocalDate day) {
        DeadlineRule rule = policy(pack).deadline(clock, day);
        return rule.days() + " " + rule.unit();
    }
}
