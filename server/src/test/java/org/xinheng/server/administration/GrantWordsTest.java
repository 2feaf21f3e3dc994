package org.xinheng.server.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Role;
import org.xinheng.server.administration.grant.GrantText;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.Words;

/** Whatever can be granted has a name of its own in each language: no page shows the name of a constant. */
class GrantWordsTest {

    @ParameterizedTest
    @EnumSource
    void everyRoleAndPermissionHasWords(Language language) {
        Words words = Words.in(language);
        assertThat(said("role.", Role.values(), words))
                .doesNotContain(names(Role.values()))
                .doesNotHaveDuplicates();
        assertThat(said("permission.", Permission.values(), words))
                .doesNotContain(names(Permission.values()))
                .doesNotHaveDuplicates();
    }

    private static Stream<String> said(String prefix, Enum<?>[] grants, Words words) {
        return Arrays.stream(grants).map(grant -> GrantText.grant(prefix, grant.name(), words));
    }

    private static String[] names(Enum<?>[] grants) {
        return Arrays.stream(grants).map(Enum::name).toArray(String[]::new);
    }
}
