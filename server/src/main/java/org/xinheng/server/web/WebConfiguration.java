package org.xinheng.server.web;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.xinheng.server.access.CurrentActor;

/** Wires the shell. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    /** The office begins with it, a source with its deliveries. */
    private static final int TODAY_OF_OFFICE = 470;

    private static final int TODAY_OF_SOURCES = 490;

    private static final int PAPERS = 565;

    @Bean
    Assets assets() {
        return new Assets();
    }

    @Bean
    Navigation navigation(ObjectProvider<NavigationEntry.Offer> offers) {
        return new Navigation(offers.orderedStream().toList());
    }

    @Bean
    PageRenderer pageRenderer(Masthead masthead, Assets assets, CurrentActor currentActor, Navigation navigation) {
        return new PageRenderer(masthead, assets, currentActor, navigation);
    }

    @Bean
    NavigationEntry.Offer todayNavigation() {
        List<NavigationEntry> entries = List.of(
                today(TODAY_OF_OFFICE, NavigationEntry.Audience.OFFICE),
                today(TODAY_OF_SOURCES, NavigationEntry.Audience.SOURCES),
                new NavigationEntry(
                        PAPERS,
                        NavigationEntry.Place.HEADER,
                        Papers.COLLECTION,
                        words -> words.say(PapersText.NAV),
                        NavigationEntry.Audience.SOURCES_AND_OFFICE));
        return () -> entries;
    }

    private static NavigationEntry today(int order, NavigationEntry.Audience audience) {
        return new NavigationEntry(
                order, NavigationEntry.Place.HEADER, TodayController.PATH, words -> words.say(TodayText.NAV), audience);
    }

    @Bean
    WebMvcRegistrations handlersByPath() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new PathFirstMapping();
            }
        };
    }

    @Bean
    WebMvcConfigurer pages(PageRenderer renderer) {
        return new WebMvcConfigurer() {
            @Override
            public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
                handlers.add(new AnswerHandler(renderer));
            }
        };
    }

    /** Before the security chain: it judges addresses without language. */
    @Bean
    FilterRegistrationBean<LanguageFilter> languageFilter() {
        FilterRegistrationBean<LanguageFilter> filter = new FilterRegistrationBean<>(new LanguageFilter());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        return filter;
    }
}
