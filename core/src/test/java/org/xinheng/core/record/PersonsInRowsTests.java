package org.xinheng.core.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.core.code.ResidentId;
import org.xinheng.core.record.Penalties.Codes;

/** A row about a natural person is out of scope, and nothing of a person is kept, quoted or given back with a row. */
class PersonsInRowsTests extends RowChecking {

    @ParameterizedTest
    @ValueSource(strings = {"自然人", " 自然人 ", "自 然 人", "自然人\u200B"})
    void naturalPersonIsOutOfScopeWhateverElseIsWrong(String category) {
        RowVerdict verdict = check.check(Penalties.row("CF_XDR_LB", category, "CF_JDRQ", "2026/02/30", "CF_WSH", null));
        assertThat(verdict).isEqualTo(new RowVerdict.OutOfScope("person.category"));
    }

    @Test
    void filledDocumentOfAPersonPutsTheRowOutOfScope() {
        assertThat(codes("CF_XDR_ZJHM", "G12345678")).containsExactly("person.document");
        assertThat(codes("CF_XDR_ZJHM", " / ")).isEmpty();
        assertThat(codes("CF_XDR_ZJHM", "无")).isEmpty();
    }

    @Test
    void identityNumberInPlaceOfTheCodePutsTheRowOutOfScope() {
        assertThat(codes("CF_XDR_SHXYM", PERSON)).containsExactly("person.resident-number");
        assertThat(codes("CF_XDR_SHXYM", null, "CF_XDR_SWDJ", PERSON)).containsExactly("person.resident-number");
        assertThat(codes("CF_XDR_SHXYM", null, "CF_XDR_SWDJ", PERSON + "01")).containsExactly("person.resident-number");
        assertThat(codes("CF_XDR_MC", "某某" + PERSON)).containsExactly("person.resident-number");
    }

    @Test
    void ownersNumberBesideAValidCodeIsDroppedAndTold() {
        RowVerdict verdict = check.check(Penalties.row("CF_XDR_SWDJ", PERSON + "01"));
        assertThat(codes(verdict)).containsExactly("code.resident-number-dropped");
        assertThat(usable("CF_XDR_SWDJ", PERSON).values()[Penalties.at("CF_XDR_SWDJ")])
                .isNull();
    }

    @Test
    void personalColumnsAreGoneFromTheRow() {
        assertThat(usable().values()[Penalties.at("CF_FRDB")]).isNull();
    }

    @Test
    void identityNumberInFreeTextIsMaskedAndCounted() {
        RowVerdict verdict = check.check(Penalties.row("CF_SY", "其员工持" + PERSON + "号证件上岗，电话13812345678"));
        assertThat(codes(verdict)).containsExactly("text.masked");
        CheckedRow row = ((RowVerdict.Usable) verdict).row();
        assertThat(row.masked()).isEqualTo(2);
        assertThat(row.values()[Penalties.at("CF_SY")]).isEqualTo("其员工持***号证件上岗，电话***");
    }

    @Test
    void identityNumberAsDocumentNumberIsRefusedAndNeverQuoted() {
        RowVerdict verdict = check.check(Penalties.row("CF_WSH", "测罚" + PERSON, "CF_JDRQ", PERSON, "CF_NR_FK", PERSON));
        assertThat(codes(verdict))
                .containsExactlyInAnyOrder("document-number.resident-number", "date.form", "amount.too-large");
        assertThat(verdict.toString()).doesNotContain(PERSON);
    }

    @Test
    void errorOfASpreadsheetIsNoDocumentOfAPerson() {
        assertThat(usable("CF_XDR_ZJHM", "#N/A").values()[Penalties.at("CF_XDR_ZJHM")])
                .isNull();
    }

    @Test
    void returnedRowHoldsNothingPersonal() {
        @Nullable
        String[] back = check.returned(Penalties.row(
                "CF_SY", "电话13812345678", "CF_XDR_ZJHM", "G1", "CF_BJSL", PERSON, "CF_JDRQ", "2026/02/30"));
        assertThat(back[Penalties.at("CF_SY")]).isEqualTo("电话***");
        assertThat(back[Penalties.at("CF_FRDB")]).isNull();
        assertThat(back[Penalties.at("CF_XDR_ZJHM")]).isNull();
        assertThat(back[Penalties.at("CF_BJSL")]).isEqualTo("***");
        assertThat(back[Penalties.at("CF_JDRQ")]).isEqualTo("2026/02/30");
        assertThat(Objects.requireNonNull(back[Penalties.at("CF_XDR_SHXYM")])).isEqualTo(Codes.SUBJECT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"110101199003078872", "1101 0119 9003 0788 72", "440101199003078872", "52010219900307887X"})
    void mistypedIdentityNumberIsNoCodeAndIsNotGivenBack(String mistyped) {
        RowVerdict verdict = check.check(Penalties.row("CF_XDR_SHXYM", mistyped));
        assertThat(codes(verdict)).containsExactly("code.like-resident-number");
        assertThat(refusal(verdict).facts()).isEmpty();
        @Nullable String[] back = check.returned(Penalties.row("CF_XDR_SHXYM", mistyped, "CF_CFJGDM", mistyped));
        String masked = mistyped.replace(" ", "").substring(0, 6) + "************";
        assertThat(back[Penalties.at("CF_XDR_SHXYM")]).isEqualTo(masked);
        assertThat(back[Penalties.at("CF_CFJGDM")]).isEqualTo(masked);
    }

    @Test
    void mistypedIdentityNumberIsNotKeptOnAnybodysWord() {
        RowVerdict verdict = check.check(Penalties.row("CF_XDR_SHXYM", "110101199003078872", "CF_DMQR", "是"));

        assertThat(codes(verdict)).containsExactly("code.like-resident-number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"110101199003078872", "110101 19900307 8872", "11010119900307887200"})
    void mistypedIdentityNumberAmongOlderNumbersIsDropped(String mistyped) {
        for (String column : List.of("CF_XDR_GSZC", "CF_XDR_SWDJ")) {
            RowVerdict verdict = check.check(Penalties.row(column, mistyped));
            assertThat(codes(verdict)).as(column).containsExactly("code.resident-number-dropped");
            assertThat(((RowVerdict.Usable) verdict).row().values()[Penalties.at(column)])
                    .isNull();
            assertThat(check.returned(Penalties.row(column, mistyped))[Penalties.at(column)])
                    .isNull();
        }
    }

    @Test
    void mistypedIdentityNumberInPlaceOfEveryCodeIsAPersons() {
        assertThat(check.check(Penalties.row("CF_XDR_SHXYM", null, "CF_XDR_GSZC", "110101199003078872")))
                .isInstanceOf(RowVerdict.OutOfScope.class);
    }

    @Test
    void codeThatHoldsStaysAmongOlderNumbersHoweverItLooks() {
        String likeABirthday = "110101199003070007";
        assertThat(ResidentId.hasForm(likeABirthday)).isTrue();

        assertThat(usable("CF_XDR_GSZC", likeABirthday).values()[Penalties.at("CF_XDR_GSZC")])
                .isEqualTo(likeABirthday);
        assertThat(usable("CF_XDR_SHXYM", likeABirthday).subjectCode()).isEqualTo(likeABirthday);
    }

    @Test
    void nameLikeAPersonsIsNotGivenBack() {
        assertThat(codes("CF_XDR_MC", "张伟", "CF_XDR_SHXYM", null)).containsExactly("name.like-a-person");
        assertThat(check.returned(Penalties.row("CF_XDR_MC", "张伟", "CF_XDR_SHXYM", null))[Penalties.at("CF_XDR_MC")])
                .isNull();
        assertThat(check.returned(Penalties.row("CF_XDR_MC", "张伟", "CF_XDR_SHXYM", "110101199003078872"))[
                        Penalties.at("CF_XDR_MC")])
                .isNull();
        assertThat(check.returned(Penalties.row("CF_XDR_MC", "张伟"))[Penalties.at("CF_XDR_MC")])
                .isEqualTo("张伟");
    }
}
