package org.xinheng.server.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import jakarta.servlet.Filter;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.DefaultMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Role;
import org.xinheng.server.organisation.Organisation;

/** Proceedings on pages: forms that say what is wrong, and to everybody only what is theirs. */
class ListingPagesTest extends ListingServer {

    private static final Actor OFFICER_AT_DESK =
            new Actor("desk-officer", Actor.Kind.CLERK, "market", Role.AUTHORITY_OFFICER.permissions());
    private static final Actor HEAD_AT_DESK =
            new Actor("desk-head", Actor.Kind.CLERK, "market", Role.AUTHORITY_HEAD.permissions());
    private static final Actor OFFICE =
            new Actor("desk-office", Actor.Kind.CLERK, null, Role.CREDIT_OFFICE.permissions());

    @Autowired
    WebApplicationContext context;

    @Autowired
    Warnings warnings;

    private MockMvc pages;

    @BeforeEach
    void pages() {
        clock.noon("2026-06-10");
        Filter languages = Objects.requireNonNull(
                context.getBean("languageFilter", FilterRegistrationBean.class).getFilter());
        DefaultMockMvcBuilder builder = MockMvcBuilders.webAppContextSetup(context);
        pages = builder.addFilters(languages).apply(springSecurity()).build();
    }

    private MockHttpServletResponse sees(Actor actor, String path) throws Exception {
        return perform(actor, MockMvcRequestBuilders.get(URI.create(path)));
    }

    private MockHttpServletResponse sends(Actor actor, String path, String... namesAndValues) throws Exception {
        var form = MockMvcRequestBuilders.post(URI.create(path)).with(csrf());
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.param(namesAndValues[i], namesAndValues[i + 1]);
        }
        return perform(actor, form);
    }

    /** The head decides at the desk that the organisation is listed. */
    private MockHttpServletResponse signs(String path, String until) throws Exception {
        String[] decision = {
            "act",
            "DECIDE",
            "seen",
            "3",
            "document",
            "澜市监列〔2026〕1号",
            "verdict",
            "LIST",
            "until",
            until,
            "reasons",
            "申辩理由不影响认定"
        };
        return sends(HEAD_AT_DESK, path, decision);
    }

    private MockHttpServletResponse perform(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(actor, null, List.of());
        MockHttpServletResponse response = pages.perform(request.with(authentication(signedIn)))
                .andReturn()
                .getResponse();
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return response;
    }

    private static Actor subject(@Nullable String code) {
        return new Actor("subject", Actor.Kind.CLERK, null, code, Set.of(Permission.OWN_FILE));
    }

    private String opened(Organisation party) throws Exception {
        MockHttpServletResponse answer = sends(
                OFFICER_AT_DESK,
                "/proceedings/new",
                "code",
                Objects.requireNonNull(party.code()),
                "list",
                LIST,
                "ground",
                GROUND,
                "facts",
                "销售不合格商品，侵害消费者权益",
                "law",
                "《市场监督管理严重违法失信名单管理办法》第八条",
                "measures",
                "列为重点监管对象",
                "key",
                "page-" + party.id());
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(303);
        return Objects.requireNonNull(answer.getHeader("Location"));
    }

    @Test
    void theFormOffersTheListsOfTheBodyAndNoOther() throws Exception {
        assertThat(sees(OFFICER_AT_DESK, "/proceedings/new").getContentAsString())
                .contains("市场监督管理严重违法失信名单", "重点关注对象")
                .doesNotContain("重大税收违法失信主体", "拖欠农民工工资失信联合惩戒对象");
        assertThat(sees(OFFICE, "/proceedings/new").getStatus()).isEqualTo(403);
        assertThat(sees(HEAD_AT_DESK, "/proceedings/new").getStatus()).isEqualTo(403);
    }

    @Test
    void aFormThatIsUnfitComesBackWithWhatIsWrong() throws Exception {
        MockHttpServletResponse answer =
                sends(OFFICER_AT_DESK, "/proceedings/new", "code", "91990101XX", "list", LIST, "key", "k");

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentAsString()).contains("登记库中没有这个代码的组织");
    }

    @Test
    void officerHeadAndOrganisationEachDoTheirPart() throws Exception {
        Organisation party = organisation();
        String path = opened(party);
        assertThat(sees(subject(party.code()), path).getStatus())
                .as("nothing is said before the notice")
                .isEqualTo(404);
        assertThat(found(OFFICER_AT_DESK, party)).contains(party.name(), "拟列入，未告知");

        assertThat(sends(OFFICER_AT_DESK, path, "act", "NOTIFY", "seen", "1", "document", "澜市监告〔2026〕1号")
                        .getStatus())
                .isEqualTo(303);
        String seen = sees(subject(party.code()), path).getContentAsString();
        assertThat(seen).contains("销售不合格商品", "2026年6月17日", "陈述、申辩", "拟列入名单事先告知书");
        assertThat(seen).contains("放弃余下的期限");
        assertThat(sees(subject(organisation().code()), path).getStatus()).isEqualTo(404);
        assertThat(sees(OFFICER_AT_DESK, path).getContentAsString()).doesNotContain("放弃余下的期限");
        MockHttpServletResponse inItsPlace = sends(
                OFFICER_AT_DESK,
                path,
                "act",
                "ANSWER",
                "seen",
                "2",
                "form",
                "DEFENCE",
                "words",
                "当事人电话表示没有意见",
                "last",
                "yes");
        assertThat(inItsPlace.getStatus()).isEqualTo(400);
        assertThat(inItsPlace.getContentAsString()).contains("只能由主体本人登录后作出");
        assertThat(sends(
                                subject(party.code()),
                                path,
                                "act",
                                "ANSWER",
                                "seen",
                                "2",
                                "form",
                                "DEFENCE",
                                "words",
                                "商品已经召回，没有其他意见",
                                "last",
                                "yes")
                        .getStatus())
                .isEqualTo(303);

        assertThat(sees(HEAD_AT_DESK, path).getContentAsString()).contains("商品已经召回", "签署决定");
        MockHttpServletResponse tooLong = signs(path, "2036-01-01");
        assertThat(tooLong.getStatus()).isEqualTo(400);
        assertThat(tooLong.getContentAsString()).contains("最迟到2029-06-09", "国家市场监督管理总局令第44号", "2036-01-01");
        assertThat(signs(path, "2029-06-09").getStatus()).isEqualTo(303);
        assertThat(sends(OFFICER_AT_DESK, path, "act", "SERVE", "seen", "4").getStatus())
                .isEqualTo(303);
        assertThat(sees(OFFICE, path).getContentAsString()).contains("已列入").doesNotContain("签署决定</button>");
        assertThat(sees(OFFICE, "/en" + path).getContentAsString())
                .contains("Listed", "Conditions of an early removal");
        assertThat(sends(OFFICE, path, "act", "REVOKE", "seen", "5").getStatus())
                .isEqualTo(403);
        assertThat(sees(subject(party.code()), "/proceedings").getContentAsString())
                .contains("市场监督管理严重违法失信名单");
    }

    /** What the list says of one organisation, wherever its line stands among those of other tests. */
    private String found(Actor actor, Organisation party) throws Exception {
        String query = URLEncoder.encode(party.name(), StandardCharsets.UTF_8);
        return sees(actor, "/proceedings?q=" + query).getContentAsString();
    }

    @Test
    void whatABodyLetPassStandsFirstOnItsPageAndOnNobodyElses() throws Exception {
        Organisation party = organisation();
        String path = opened(party);
        sends(OFFICER_AT_DESK, path, "act", "NOTIFY", "seen", "1", "document", "澜市监告〔2026〕9号");
        clock.noon("2026-06-18");
        warnings.run();

        for (Actor actor : List.of(OFFICER_AT_DESK, HEAD_AT_DESK, OFFICE)) {
            assertThat(sees(actor, "/proceedings").getContentAsString())
                    .contains("id=\"warnings\"", "陈述、申辩期限至2026年6月17日届满", "拟列入告知后陈述申辩");
        }
        assertThat(sees(OFFICE, "/en/proceedings").getContentAsString())
                .contains("To be looked at", "The time to answer ended on 17 Jun 2026");
        assertThat(sees(subject(party.code()), "/proceedings").getContentAsString())
                .contains("市场监督管理严重违法失信名单")
                .doesNotContain("id=\"warnings\"");
    }
}
