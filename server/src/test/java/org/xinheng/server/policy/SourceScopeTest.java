package org.xinheng.server.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.Title;
import org.xinheng.core.policy.Validity;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Role;
import org.xinheng.server.publicity.DemoCity;
import org.xinheng.testkit.code.CodeMint;
import org.xinheng.testkit.policy.Edited;

/** A source sees and touches its own, and what it took over; who oversees touches nothing. */
class SourceScopeTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 10);
    private static final Policy CITY = DemoCity.POLICY;
    private static final String MARKET = codeOf("market");
    private static final String ECOLOGY = codeOf("ecology");

    private static String codeOf(String id) {
        return CITY.authority(id).orElseThrow().code();
    }

    private static Actor clerk(Role role, @Nullable String source) {
        return new Actor("clerk", Actor.Kind.CLERK, source, role.permissions());
    }

    private static Policy with(Authority... more) {
        var authorities = new ArrayList<>(CITY.authorities());
        authorities.addAll(List.of(more));
        return Edited.with(CITY, "authorities", authorities);
    }

    private static Authority former(int serial, String name, @Nullable LocalDate until, @Nullable String successor) {
        return new Authority(
                CodeMint.uscc("11", "990100", serial),
                "former-" + serial,
                new Title(name, name),
                "990100",
                new Validity(LocalDate.of(2000, 1, 1), until),
                successor);
    }

    @Test
    void sourceSeesItsOwnOnly() {
        var scope = SourceScope.toSee(clerk(Role.SOURCE_CLERK, "market"), CITY, TODAY);
        assertThat(scope.covers(MARKET)).isTrue();
        assertThat(scope.covers(ECOLOGY)).isFalse();
    }

    @Test
    void whoOverseesSeesAllAndDecidesNothing() {
        var auditor = clerk(Role.AUDITOR, null);
        assertThat(SourceScope.toSee(auditor, CITY, TODAY).covers(ECOLOGY)).isTrue();
        assertThat(SourceScope.toAct(auditor, CITY, TODAY).covers(ECOLOGY)).isFalse();
        assertThat(SourceScope.toAct(clerk(Role.CREDIT_OFFICE, null), CITY, TODAY)
                        .covers(ECOLOGY))
                .isTrue();
    }

    @Test
    void actorWithoutSourceAndMandateHasNothing() {
        var lost = new Actor("lost", Actor.Kind.CLIENT, null, Set.of(Permission.DELIVER));
        assertThat(SourceScope.toAct(lost, CITY, TODAY).codes()).isEmpty();
        assertThat(SourceScope.toSee(clerk(Role.APPROVING_OFFICER, null), CITY, TODAY)
                        .codes())
                .isEmpty();
    }

    @Test
    void successorHasWhatItTookOverByTheTableOfBodiesHoweverManySteps() {
        var second = former(9001, "甲局", LocalDate.of(2020, 1, 1), MARKET);
        var first = former(9002, "乙局", LocalDate.of(2010, 1, 1), second.code());
        var scope = SourceScope.toAct(clerk(Role.SOURCE_CLERK, "market"), with(first, second), TODAY);
        assertThat(scope.covers(first.code())).isTrue();
        assertThat(scope.covers(second.code())).isTrue();
    }

    @Test
    void successorHasWhatItTookOverByTheRuleOfNamesOnceTheBodyIsNoMore() {
        var gone = former(9003, "澜衡市工商行政管理局", LocalDate.of(2018, 12, 31), null);
        var standing = former(9004, "澜衡市质量技术监督局", null, null);
        var scope = SourceScope.toAct(clerk(Role.SOURCE_CLERK, "market"), with(gone, standing), TODAY);
        assertThat(scope.covers(gone.code())).isTrue();
        assertThat(scope.covers(standing.code())).isFalse();
    }

    @Test
    void bodyOutsideThePackHasItsOwnCode() {
        var scope = SourceScope.toAct(clerk(Role.SOURCE_CLERK, "11990100MB00000000"), CITY, TODAY);
        assertThat(scope.codes()).containsExactly("11990100MB00000000");
    }
}
