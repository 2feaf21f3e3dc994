package org.xinheng.server.access.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.web.method.HandlerMethod;
import org.xinheng.server.access.OpenToAll;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;

class AdmissionTest {

    @Requires(Permission.OVERSEE)
    static class Overseen {
        public void inherits() {}

        @Requires({Permission.CHECK, Permission.READ_PAST})
        public void replaces() {}

        @OpenToAll
        public void opens() {}
    }

    static class Silent {
        public void says() {}

        @OpenToAll
        @Requires(Permission.CHECK)
        public void contradicts() {}

        @Requires({})
        public void requiresNothing() {}
    }

    @Test
    void methodInheritsItsControllersPermission() {
        assertThat(of(new Overseen(), "inherits")).isEqualTo(new Admission.AnyOf(Set.of(Permission.OVERSEE)));
    }

    @Test
    void methodReplacesItsControllersPermission() {
        assertThat(of(new Overseen(), "replaces"))
                .isEqualTo(new Admission.AnyOf(Set.of(Permission.CHECK, Permission.READ_PAST)));
        assertThat(of(new Overseen(), "opens")).isEqualTo(new Admission.Open());
    }

    @Test
    void whatDeclaresNothingOrContradictsItselfIsClosed() {
        assertThat(of(new Silent(), "says")).isEqualTo(new Admission.Undeclared());
        assertThat(of(new Silent(), "contradicts")).isEqualTo(new Admission.Undeclared());
        assertThat(of(new Silent(), "requiresNothing")).isEqualTo(new Admission.Undeclared());
    }

    private static Admission of(Object controller, String name) {
        try {
            Method method = controller.getClass().getMethod(name);
            return Admission.of(new HandlerMethod(controller, method));
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }
}
