package org.xinheng.server.organisation.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xinheng.server.organisation.store.Register.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.xinheng.core.record.Finding;
import org.xinheng.server.database.FreshDatabase;
import org.xinheng.server.organisation.CodeFault;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.Organisation.State;
import org.xinheng.server.organisation.RegisterOutcome;
import org.xinheng.server.organisation.RegisterOutcome.Answer;
import org.xinheng.server.organisation.RegisterRow;

@ExtendWith(FreshDatabase.class)
class RegisterImportTests {

    private static int next = 1_000;

    private Register register;

    @BeforeEach
    void open(DataSource dataSource) {
        register = new Register(dataSource);
    }

    @Test
    void acceptsAUsableCodeInAnySpelling() {
        String code = Codes.valid(next++);
        var outcome = register.deliver(1, row(2, "虚城（天一）商贸有限公司", " " + code.toLowerCase() + " "))
                .getFirst();
        assertThat(outcome.answer()).isEqualTo(Answer.ACCEPTED);
        assertThat(outcome.findings()).isEmpty();
        assertThat(outcome.queued()).isFalse();
        assertThat(register.organisations.findByCode(code)).hasValueSatisfying(organisation -> {
            assertThat(organisation.id()).isEqualTo(outcome.organisationId());
            assertThat(organisation.registered()).isTrue();
            assertThat(organisation.kind()).isEqualTo("企业");
            assertThat(organisation.state()).isEqualTo(State.EXISTING);
            assertThat(organisation.registeredOn()).isEqualTo("2015-03-04");
            assertThat(organisation.jurisdiction()).isEqualTo("虚省试验市");
        });
    }

    @Test
    void takesTheKindFromTheCode() {
        String cooperative = Codes.valid("93", next++);
        String business = Codes.valid("92", next++);
        register.deliver(1, row(2, "虚城天地农民专业合作社", cooperative), row(3, "虚城区老街面馆", business));
        assertThat(kindOf(cooperative)).isEqualTo("农民专业合作社");
        assertThat(kindOf(business)).isEqualTo("个体工商户");
    }

    @Test
    void acceptsAnOlderNumberWithoutUnifiedCodeAndAsksForIt() {
        String number = Codes.older(next++);
        var outcome = register.deliver(1, row(2, "虚城玄字机械厂", number)).getFirst();
        assertThat(outcome.answer()).isEqualTo(Answer.ACCEPTED);
        assertThat(outcome.queued()).isTrue();
        assertThat(codes(outcome)).containsExactly("register.older-number-only");
        assertThat(register.organisations.find(requireNonNull(outcome.organisationId())))
                .hasValueSatisfying(organisation -> {
                    assertThat(organisation.code()).isNull();
                    assertThat(organisation.kind()).isEqualTo("企业");
                });
        assertThat(entries("虚城玄字机械厂")).containsExactly(CodeFault.OLDER_NUMBER_ONLY);
        assertThat(register.deliver(2, row(2, "虚城玄字机械厂", number)).getFirst().answer())
                .isEqualTo(Answer.UNCHANGED);
        assertThat(entries("虚城玄字机械厂")).hasSize(1);
    }

    @Test
    void keepsOfAMistypedIdentityNumberItsMaskOnly() {
        var outcome =
                register.deliver(1, row(2, "虚城误填有限公司", "110101199003078872")).getFirst();
        assertThat(outcome.answer()).isEqualTo(Answer.WAITING);
        assertThat(codes(outcome)).containsExactly("register.code-malformed");
        assertThat(register.sql
                        .sql("SELECT raw_code, code FROM organisation.code_quality WHERE name = ?")
                        .param("虚城误填有限公司")
                        .query()
                        .singleRow())
                .isEqualTo(Map.of("raw_code", "110101************", "code", "110101************"));
    }

    @Test
    void keepsFailingAndMalformedCodesWaitingWithTheirWholeRow() {
        var outcomes = register.deliver(
                1,
                row(2, "虚城黄字有限公司", Codes.failing(next++)),
                row(3, "虚城宇字有限公司", "企合虚分字第00087"),
                row(4, "虚城宙字有限公司", ""),
                row(5, "虚城洪字有限公司", "13830295-X"));
        assertThat(outcomes).extracting(RegisterOutcome::answer).containsOnly(Answer.WAITING);
        assertThat(outcomes).extracting(RegisterOutcome::queued).containsOnly(true);
        assertThat(outcomes).extracting(RegisterOutcome::organisationId).containsOnlyNulls();
        assertThat(entries("虚城黄字有限公司")).containsExactly(CodeFault.CHECKSUM_MISMATCH);
        assertThat(entries("虚城宇字有限公司")).containsExactly(CodeFault.MALFORMED_CODE);
        assertThat(register.sql
                        .sql("SELECT raw_code, reason, scope, row_number FROM organisation.code_quality WHERE name = ?")
                        .param("虚城宇字有限公司")
                        .query()
                        .singleRow())
                .isEqualTo(Map.of("raw_code", "企合虚分字第00087", "reason", "length", "scope", "批发、零售", "row_number", 3L));
    }

    @Test
    void asksAQuestionOnceHoweverOftenTheSameRowIsDelivered() {
        var wrong = row(2, "虚城荒字有限公司", Codes.failing(next++));
        for (int delivery = 1; delivery <= 3; delivery++) {
            assertThat(register.deliver(delivery, wrong, wrong))
                    .extracting(RegisterOutcome::answer)
                    .containsOnly(Answer.WAITING);
        }
        assertThat(entries("虚城荒字有限公司")).hasSize(1);
    }

    @Test
    void keepsASecondNameOfACodeWaitingInWhicheverBatchItComes() {
        String code = Codes.valid(next++);
        for (int batch : List.of(1, 10)) {
            var outcomes = register.deliver(
                    batch, batch, List.of(row(2, "虚城日字一厂", code), row(3, "虚城日字二厂", code), row(4, "虚城日字一厂", code)));
            assertThat(outcomes)
                    .extracting(RegisterOutcome::answer)
                    .containsExactly(batch == 1 ? Answer.ACCEPTED : Answer.UNCHANGED, Answer.WAITING, Answer.UNCHANGED);
            assertThat(outcomes.get(1).findings().getFirst().facts()).containsEntry("name", "虚城日字一厂");
        }
        assertThat(entries("虚城日字二厂")).containsExactly(CodeFault.DUPLICATE_CODE);
    }

    @Test
    void staysWithTheNameWhileTheQuestionIsOpenWhicheverRowComesFirst() {
        String code = Codes.valid(next++);
        register.deliver(1, row(2, "虚城月字一厂", code), row(3, "虚城月字二厂", code));
        assertThat(register.deliver(2, row(2, "虚城月字二厂", code), row(3, "虚城月字一厂", code)))
                .extracting(RegisterOutcome::answer)
                .containsExactly(Answer.WAITING, Answer.UNCHANGED);
    }

    @Test
    void countsTheSameRowTwiceAsUnchangedThoughBracketsAndWidthsDiffer() {
        String code = Codes.valid(next++);
        assertThat(register.deliver(
                        1, row(2, "虚城（盈）ＡＢ有限公司", code), row(3, "虚城(盈)AB有限公司", code), row(4, "虚城 (盈) ab有限公司", code)))
                .extracting(RegisterOutcome::answer)
                .containsExactly(Answer.ACCEPTED, Answer.UNCHANGED, Answer.UNCHANGED);
    }

    @Test
    void letsTheFirstRowStandWhenParticularsContradictEachOther() {
        String code = Codes.valid(next++);
        var outcomes = register.deliver(1, row(2, "虚城昃字有限公司", code), withScope(row(3, "虚城昃字有限公司", code), "餐饮"));
        assertThat(outcomes.get(1).answer()).isEqualTo(Answer.UNCHANGED);
        assertThat(codes(outcomes.get(1))).containsExactly("register.particulars-differ");
        assertThat(entries("虚城昃字有限公司")).containsExactly(CodeFault.PARTICULARS_DIFFER);
    }

    @Test
    void keepsTheFormerNameWhenALaterDeliveryBringsAnother() {
        String code = Codes.valid(next++);
        register.deliver(1, row(2, "虚城辰字工贸公司", code));
        long before = register.positions.latest();
        assertThat(register.deliver(2, row(2, "虚城辰字科技有限公司", code)).getFirst().answer())
                .isEqualTo(Answer.ACCEPTED);
        Organisation renamed = register.organisations.findByCode(code).orElseThrow();
        assertThat(renamed.name()).isEqualTo("虚城辰字科技有限公司");
        assertThat(renamed.formerNames()).containsExactly("虚城辰字工贸公司");
        assertThat(requireNonNull(register.organisations.subjects(List.of(code)).get(code))
                        .nameKeys())
                .containsExactlyInAnyOrder("虚城辰字工贸公司", "虚城辰字科技有限公司");
        List<Organisation> changed = new ArrayList<>();
        assertThat(register.organisations.eachChangedSince(before, changed::add))
                .isEqualTo(register.positions.latest());
        assertThat(changed).containsExactly(renamed);
        assertThat(register.organisations.search("辰字工贸", 5)).singleElement().satisfies(hit -> {
            assertThat(hit.name()).isEqualTo("虚城辰字科技有限公司");
            assertThat(hit.matchedName()).isEqualTo("虚城辰字工贸公司");
        });
    }

    @Test
    void recordsChangedParticularsAsANewVersionBesideTheOldOne() {
        String code = Codes.valid(next++);
        var first = row(2, "虚城宿字有限公司", code);
        register.deliver(1, first);
        assertThat(register.deliver(2, withScope(first, "仓储")).getFirst().answer())
                .isEqualTo(Answer.ACCEPTED);
        assertThat(register.sql.sql("""
                             SELECT r.scope FROM organisation.registration r JOIN organisation.organisation o
                                 ON o.id = r.organisation_id WHERE o.code = ? ORDER BY r.version""").param(code).query(String.class).list()).containsExactly("批发、零售", "仓储");
    }

    @Test
    void makesAStubARegisteredOrganisationAndForgetsAWrongNameHeardBefore() {
        String code = Codes.valid(next++);
        var stub = register.organisations.openStubs(Map.of(code, "虚城列字公司"), 1).get(code);
        var outcome = register.deliver(2, row(2, "虚城列字实业有限公司", code)).getFirst();
        assertThat(outcome.answer()).isEqualTo(Answer.ACCEPTED);
        assertThat(outcome.organisationId()).isEqualTo(requireNonNull(stub).id());
        Organisation registered = register.organisations.findByCode(code).orElseThrow();
        assertThat(registered.registered()).isTrue();
        assertThat(registered.formerNames()).isEmpty();
        assertThat(register.organisations.search("虚城列字公司", 5)).isEmpty();
    }

    @Test
    void acceptsACodeWhoseInnerOrganisationCodeFailsAndAsksAboutIt() {
        var outcome = register.deliver(1, row(2, "虚城张字有限公司", Codes.withWrongInside(next++)))
                .getFirst();
        assertThat(outcome.answer()).isEqualTo(Answer.ACCEPTED);
        assertThat(entries("虚城张字有限公司")).containsExactly(CodeFault.INNER_ORGANISATION_CODE);
    }

    @Test
    void refusesARowWithoutNameAndKeepsNothingOfARowAboutAPerson() {
        var outcomes = register.deliver(1, row(2, " 　", Codes.valid(next++)), row(3, "某某", "11010119900307001" + "1"));
        assertThat(outcomes).extracting(RegisterOutcome::answer).containsExactly(Answer.REFUSED, Answer.OUT_OF_SCOPE);
        assertThat(entries("某某")).isEmpty();
    }

    @Test
    void keepsFurtherOlderNumbersAsEvidenceAndFindsTheOrganisationByThem() {
        String code = Codes.valid(next++);
        String number = Codes.older(next++);
        var base = row(2, "虚城寒字有限公司", code);
        register.deliver(1, withOlder(base, number));
        assertThat(register.organisations.search(number, 5)).singleElement().satisfies(hit -> {
            assertThat(hit.code()).isEqualTo(code);
            assertThat(hit.exact()).isTrue();
        });
        assertThat(register.deliver(2, row(2, "虚城寒字有限公司", number)).getFirst().answer())
                .isEqualTo(Answer.UNCHANGED);
    }

    @Test
    void showsReadersNothingBeforeTheCallersTransactionEndsAndNothingAtAllWhenItFails() {
        String code = Codes.valid(next++);
        long before = register.positions.latest();
        assertThatThrownBy(() -> register.transaction.executeWithoutResult(_ -> {
                    var _ = register.imports.open(7, "register").add(List.of(row(2, "虚城来字有限公司", code)));
                    throw new IllegalArgumentException("the caller fails");
                }))
                .hasMessage("the caller fails");
        assertThat(register.organisations.findByCode(code)).isEmpty();
        assertThat(register.positions.latest()).isEqualTo(before);
        assertThatIllegalStateException().isThrownBy(() -> register.imports.open(7, "register"));
    }

    @Test
    void leavesNoWayToDeleteOrRewriteHistory() {
        for (String statement : List.of(
                "DELETE FROM organisation.name",
                "UPDATE organisation.name SET name = ''",
                "UPDATE organisation.registration SET scope = ''",
                "DELETE FROM organisation.code_quality",
                "TRUNCATE organisation.organisation")) {
            assertThatThrownBy(() -> register.sql.sql(statement).update())
                    .as(statement)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void storesTextThatLooksLikeMarkupOrStatementsAsItStands() {
        String name = "虚城\\N\t'); DROP TABLE organisation.name;-- {\"a\",NULL}<b>有限公司";
        String code = Codes.valid(next++);
        register.deliver(1, row(2, name, code));
        assertThat(register.organisations.findByCode(code))
                .map(Organisation::name)
                .contains(name);
        assertThat(register.organisations.search("\\N", 5))
                .extracting("matchedName")
                .contains(name);
        assertThat(register.organisations.search("{\"a\"", 5))
                .extracting("matchedName")
                .contains(name);
    }

    private String kindOf(String code) {
        return register.organisations.findByCode(code).orElseThrow().kind();
    }

    private List<CodeFault> entries(String name) {
        return register.sql
                .sql("SELECT fault FROM organisation.code_quality WHERE name = ?")
                .param(name)
                .query(CodeFault.class)
                .list();
    }

    private static List<String> codes(RegisterOutcome outcome) {
        return outcome.findings().stream().map(Finding::code).toList();
    }

    private static RegisterRow withScope(RegisterRow row, String scope) {
        return new RegisterRow(
                row.rowNumber(),
                row.name(),
                row.rawCode(),
                row.olderCodes(),
                row.state(),
                row.registeredOn(),
                row.type(),
                row.capital(),
                row.jurisdiction(),
                row.province(),
                row.city(),
                scope,
                row.size());
    }

    private static RegisterRow withOlder(RegisterRow row, String number) {
        return new RegisterRow(
                row.rowNumber(),
                row.name(),
                row.rawCode(),
                List.of(number),
                row.state(),
                row.registeredOn(),
                row.type(),
                row.capital(),
                row.jurisdiction(),
                row.province(),
                row.city(),
                row.scope(),
                row.size());
    }
}
