package org.xinheng.server.access.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.xinheng.server.XinhengApplication;

/** Every endpoint of the product says who may reach it; the guard would answer a forgotten one with 403 to everybody. */
class EndpointsTest {

    static List<Class<?>> controllers() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        var found = new ArrayList<Class<?>>();
        for (var component : scan.findCandidateComponents(XinhengApplication.class.getPackageName())) {
            var type = ClassUtils.resolveClassName(String.valueOf(component.getBeanClassName()), null);
            if (isOfTheProduct(type)) {
                found.add(type);
            }
        }
        return found;
    }

    private static boolean isOfTheProduct(Class<?> type) {
        return type.getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .equals(XinhengApplication.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation());
    }

    private static Stream<Method> endpoints(Class<?> controller) {
        return MethodIntrospector.selectMethods(
                controller, (Method method) -> AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class))
                .stream();
    }

    @Test
    void theScanFindsThePortal() {
        assertThat(controllers()).extracting(Class::getSimpleName).contains("HomeController", "RecordController");
        assertThat(controllers())
                .allSatisfy(controller -> assertThat(endpoints(controller))
                        .as(controller.getName())
                        .isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("controllers")
    void everyEndpointDeclaresWhoMayReachIt(Class<?> controller) {
        assertThat(endpoints(controller))
                .allSatisfy(method -> assertThat(admission(controller, method))
                        .as(method.toString())
                        .isNotInstanceOf(Admission.Undeclared.class));
    }

    /** Who tells of a breach is protected: that it is sent without a sign-in is what it is there for. Nothing else is. */
    private static final Set<String> SENT_BY_ANYBODY = Set.of(
            "TipController.tell(TypedTip, HttpServletRequest)", "TipController.progress(String, HttpServletRequest)");

    /** What is open to all must not change anything: there is nobody to answer for it. */
    @ParameterizedTest
    @MethodSource("controllers")
    void whatIsOpenToAllOnlyReads(Class<?> controller) {
        if (ErrorController.class.isAssignableFrom(controller)) {
            return; // it answers whatever went wrong, with whatever method
        }
        assertThat(endpoints(controller).filter(method -> isOpen(controller, method) && !sentByAnybody(method)))
                .allSatisfy(method -> assertThat(methods(method))
                        .as(method.toString())
                        .isNotEmpty()
                        .containsAnyOf(RequestMethod.GET, RequestMethod.HEAD)
                        .doesNotContain(
                                RequestMethod.POST, RequestMethod.PUT, RequestMethod.PATCH, RequestMethod.DELETE));
    }

    private static boolean sentByAnybody(Method method) {
        String types =
                Stream.of(method.getParameterTypes()).map(Class::getSimpleName).collect(Collectors.joining(", "));
        return SENT_BY_ANYBODY.contains(
                method.getDeclaringClass().getSimpleName() + "." + method.getName() + "(" + types + ")");
    }

    private static boolean isOpen(Class<?> controller, Method method) {
        return admission(controller, method) instanceof Admission.Open;
    }

    /** A handler known by its type only, as the mapping knows it before the first request. */
    private static Admission admission(Class<?> controller, Method method) {
        var beans = new DefaultListableBeanFactory();
        beans.registerBeanDefinition("controller", new RootBeanDefinition(controller));
        return Admission.of(new HandlerMethod("controller", beans, method));
    }

    private static List<RequestMethod> methods(Method method) {
        var mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        return mapping == null ? List.of() : List.of(mapping.method());
    }
}
