package org.xinheng.server.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.xinheng.server.access.Role;
import org.xinheng.server.access.guard.Admission;
import org.xinheng.server.web.Answer;

/** An address that answers with a page, of the server's own list of endpoints. */
public record PagePlace(PathPattern pattern, Admission admission) {

    /** The most particular first. */
    public static List<PagePlace> all(RequestMappingHandlerMapping mappings) {
        List<PagePlace> found = new ArrayList<>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            boolean page = mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET)
                    && Answer.class.isAssignableFrom(handler.getReturnType().getParameterType())
                    && !ErrorController.class.isAssignableFrom(handler.getBeanType());
            for (String pattern : page ? mapping.getPatternValues() : Set.<String>of()) {
                found.add(new PagePlace(PathPatternParser.defaultInstance.parse(pattern), Admission.of(handler)));
            }
        });
        found.sort(Comparator.comparing(PagePlace::pattern));
        return found;
    }

    /** The place of an address without language; empty for what is no page. */
    public static Optional<PagePlace> of(String address, List<PagePlace> places) {
        if (address.matches(".*\\.[a-z]{2,5}(\\?.*)?|.*[?&]export=.*")) {
            return Optional.empty();
        }
        PathContainer path = PathContainer.parsePath(address.replaceAll("[?#].*", ""));
        return places.stream().filter(place -> place.pattern().matches(path)).findFirst();
    }

    public String text() {
        return pattern.getPatternString();
    }

    public boolean fixed() {
        return !text().contains("{");
    }

    public boolean open() {
        return admission instanceof Admission.Open;
    }

    public boolean admits(Role role) {
        return admission instanceof Admission.AnyOf(var permissions)
                && permissions.stream().anyMatch(role.permissions()::contains);
    }
}
