package org.xinheng.core.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.ListRule;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.policy.SubjectKind;
import org.xinheng.core.policy.Title;

/** The severe list takes records of type {@code severe-list} with the kind 市场监管. */
class ListedByRecordTests {

    private static final ListRule SEVERE =
            TestLists.policy().instruments().list(TestLists.SEVERE).orElseThrow();

    private static RecordType type(String id, Field.Role role) {
        Field kind = new Field(
                "KIND",
                new Title("甲", "A"),
                List.of(),
                Field.FieldType.ENUM,
                100,
                "kinds",
                true,
                role,
                Field.Privacy.PUBLIC,
                new Field.Requirement.Always(),
                Field.Bounds.NONE,
                null,
                false);
        return new RecordType(
                TestLists.rule(id, "2018-01-01", null),
                3,
                RecordType.Nature.ADVERSE,
                RecordType.Target.ARCHIVE,
                RecordType.Openness.PUBLIC,
                List.of(SubjectKind.ORGANISATION),
                "lists",
                List.of(kind),
                List.of(),
                List.of(),
                List.of(),
                "feed");
    }

    private static boolean listed(RecordType type, String kinds) {
        return ListedByRecord.on(SEVERE, type, Map.of("KIND", kinds));
    }

    @Test
    void aRecordOfTheListsTypeAndKindSaysSo() {
        RecordType type = type("severe-list", Field.Role.KIND);

        assertThat(listed(type, "市场监管")).isTrue();
        assertThat(listed(type, "安全生产;市场监管")).isTrue();
        assertThat(listed(type, "安全生产")).isFalse();
        assertThat(listed(type, "市场监管类")).isFalse();
    }

    @Test
    void aRecordOfAnotherTypeDoesNot() {
        assertThat(listed(type("administrative-penalty", Field.Role.KIND), "市场监管"))
                .isFalse();
    }

    @Test
    void aRecordWithoutAKindDoesNot() {
        assertThat(listed(type("severe-list", Field.Role.NONE), "市场监管")).isFalse();
        assertThat(ListedByRecord.on(SEVERE, type("severe-list", Field.Role.KIND), Map.of()))
                .isFalse();
    }
}
