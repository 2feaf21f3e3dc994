package org.xinheng.server.access.guard;

import jakarta.servlet.SessionTrackingMode;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.account.AccessSettings;
import org.xinheng.server.access.account.Accounts;
import org.xinheng.server.access.account.Clients;
import org.xinheng.server.access.account.KeyedRequests;
import org.xinheng.server.access.account.Tokens;
import org.xinheng.server.access.limit.Allowance;
import org.xinheng.server.access.limit.LimitSettings;
import org.xinheng.server.access.oauth.AllScopesByDefault;
import org.xinheng.server.access.oauth.KeptTokens;
import org.xinheng.server.access.oauth.OpaqueTokens;
import org.xinheng.server.access.oauth.RegisteredClients;
import org.xinheng.server.access.oidc.OidcSettings;
import org.xinheng.server.access.problem.ApiProblems;
import org.xinheng.server.access.problem.ProblemWriter;
import org.xinheng.server.access.second.SecondFactors;
import tools.jackson.databind.json.JsonMapper;

/**
 * The doors of the web, in order: token endpoint, API, health, pages. The chains say who somebody is; whether that is enough
 * for an endpoint is said by the endpoint's own declaration, which {@link EndpointGuard} holds, in one place for all.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableWebSecurity
class DoorsConfiguration {

    private static final String TOKEN = "/oauth2/token";
    private static final String REVOKE = "/oauth2/revoke";
    private static final String API = "/api/**";
    private static final String ACTUATOR = "/actuator/**";
    private static final String CONTENT_POLICY = "default-src 'self'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    ProblemWriter problemWriter(JsonMapper json) {
        return new ProblemWriter(json);
    }

    @Bean
    HandlerExceptionResolver apiProblems(ProblemWriter problems) {
        return new ApiProblems(problems);
    }

    @Bean
    WebMvcConfigurer guardEveryEndpoint(CurrentActor current) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new EndpointGuard(current)).order(Integer.MIN_VALUE);
            }
        };
    }

    /** Being the only provider, it keeps Spring Boot from making up a user of its own. */
    @Bean
    AuthenticationProvider clerkSignIn(
            Accounts accounts, PasswordEncoder passwords, SecondFactors factors, AccessSettings settings, Clock clock) {
        return new ClerkSignIn(accounts, passwords, factors, settings, clock);
    }

    /** What pages and interfaces share, so that an address has one allowance for both. */
    @Bean
    Allowance publicAllowance(LimitSettings limits) {
        return new Allowance("public", limits.pages(), limits.span(), limits.addresses(), System::nanoTime);
    }

    @Bean
    PageDoor pageDoor(
            Accounts accounts, SecondFactors factors, AccessSettings settings, OidcSettings oidc, Clock clock) {
        return new PageDoor(accounts, factors, settings, oidc, clock);
    }

    /** A session lives in one cookie that scripts cannot read and other sites cannot send along with a form. */
    @Bean
    ServletContextInitializer sessionCookie(AccessSettings settings) {
        return context -> {
            context.setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
            context.getSessionCookieConfig().setName("xinheng");
            context.getSessionCookieConfig().setHttpOnly(true);
            context.getSessionCookieConfig().setAttribute("SameSite", "Lax");
            context.setSessionTimeout((int) settings.idle().toMinutes());
        };
    }

    @Bean
    @Order(1)
    SecurityFilterChain tokenDoor(
            HttpSecurity http,
            ProblemWriter problems,
            Clients clients,
            Tokens tokens,
            AccessSettings settings,
            LimitSettings limits,
            Clock clock) {
        Allowance allowance =
                new Allowance("tokens", limits.tokens(), limits.span(), limits.addresses(), System::nanoTime);
        RegisteredClients registered = new RegisteredClients(clients, settings.token());
        return http.securityMatcher(TOKEN, REVOKE)
                .with(
                        new OAuth2AuthorizationServerConfigurer(),
                        server -> server.registeredClientRepository(registered)
                                .authorizationService(new KeptTokens(tokens, registered))
                                .tokenGenerator(new OpaqueTokens(clock))
                                .authorizationServerSettings(
                                        AuthorizationServerSettings.builder().build())
                                .tokenEndpoint(endpoint -> endpoint.accessTokenRequestConverters(converters -> {
                                    converters.clear();
                                    converters.add(new AllScopesByDefault());
                                })))
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(DoorsConfiguration::strictHeaders)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .addFilterBefore(new FaultFilter(problems, true), SecurityContextHolderFilter.class)
                .addFilterBefore(
                        new PublicLimit(allowance, _ -> true, problems, true), SecurityContextHolderFilter.class)
                .build();
    }

    @Bean
    IdempotencyFilter idempotencyFilter(
            KeyedRequests requests, CurrentActor current, AccessLog log, ProblemWriter problems) {
        return new IdempotencyFilter(requests, current, log, problems);
    }

    /** It stands in the chain of the API, behind those who say who asks, and nowhere else. */
    @Bean
    FilterRegistrationBean<IdempotencyFilter> idempotencyInTheApiOnly(IdempotencyFilter filter) {
        FilterRegistrationBean<IdempotencyFilter> registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    @Order(2)
    SecurityFilterChain apiDoor(
            HttpSecurity http,
            ProblemWriter problems,
            Tokens tokens,
            PageDoor pages,
            Allowance publicAllowance,
            IdempotencyFilter idempotency) {
        ApiRefusals refusals = new ApiRefusals(problems);
        return http.securityMatcher(API)
                .csrf(csrf -> csrf.ignoringRequestMatchers(BearerFilter::cannotBeForged))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .logout(AbstractHttpConfigurer::disable)
                .headers(DoorsConfiguration::strictHeaders)
                .exceptionHandling(
                        faults -> faults.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .addFilterBefore(new FaultFilter(problems, true), SecurityContextHolderFilter.class)
                .addFilterBefore(new BearerFilter(tokens, problems), AnonymousAuthenticationFilter.class)
                .addFilterBefore(pages.sessions(), AnonymousAuthenticationFilter.class)
                .addFilterAfter(
                        new PublicLimit(publicAllowance, _ -> nobody(), problems, true),
                        AnonymousAuthenticationFilter.class)
                .addFilterAfter(idempotency, AnonymousAuthenticationFilter.class)
                .build();
    }

    /** Health is for load balancers; nothing else of the machine room can be seen from outside. */
    @Bean
    @Order(3)
    SecurityFilterChain healthDoor(HttpSecurity http) {
        return http.securityMatcher(ACTUATOR)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(DoorsConfiguration::strictHeaders)
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, "/actuator/health")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain pagesDoor(
            HttpSecurity http,
            ProblemWriter problems,
            PageDoor pages,
            LimitSettings limits,
            Allowance publicAllowance) {
        Allowance attempts =
                new Allowance("sign-in", limits.signIns(), limits.span(), limits.addresses(), System::nanoTime);
        pages.open(http);
        return http.headers(DoorsConfiguration::strictHeaders)
                .addFilterBefore(new FaultFilter(problems, false), SecurityContextHolderFilter.class)
                .addFilterBefore(
                        new PublicLimit(attempts, DoorsConfiguration::signsIn, problems, false),
                        SecurityContextHolderFilter.class)
                .addFilterAfter(
                        new PublicLimit(publicAllowance, request -> nobody() && !isAsset(request), problems, false),
                        AnonymousAuthenticationFilter.class)
                .build();
    }

    private static boolean signsIn(HttpServletRequest request) {
        return HttpMethod.POST.matches(request.getMethod())
                && (request.getRequestURI().equals("/login")
                        || request.getRequestURI().equals(SecondStepFilter.CODE_PAGE));
    }

    private static boolean isAsset(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/assets/");
    }

    private static boolean nobody() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof AnonymousAuthenticationToken;
    }

    private static void strictHeaders(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
    }
}
