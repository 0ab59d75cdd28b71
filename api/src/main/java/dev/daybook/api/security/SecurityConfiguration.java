package dev.daybook.api.security;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import dev.daybook.api.limit.RateLimitFilter;
import dev.daybook.api.limit.RateLimits;
import dev.daybook.identity.contract.Tokens;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    /** Steps of the filter chain, in every trace and in series of their own, say nothing that the request itself does not. */
    @Bean
    SecurityObservationSettings noObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http, Tokens tokens, RateLimits limits, Refusals refusals) {
        return http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(
                        AbstractHttpConfigurer
                                ::disable) // the token endpoint, which alone has a cookie, sees to it itself
                .httpBasic(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.frameOptions(frame -> frame.deny())
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                        .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(policy -> policy.policy(PagePolicies.NO_PERMISSIONS))
                        .addHeaderWriter(PagePolicies::writeContentPolicy))
                .addFilterBefore(new BearerFilter(tokens), AnonymousAuthenticationFilter.class)
                .addFilterBefore(limits.filter(), AnonymousAuthenticationFilter.class)
                .addFilterAfter(new BearerRefusalFilter(refusals), RateLimitFilter.class)
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (request, response, thrown) -> refusals.unauthenticated(request, response))
                        .accessDeniedHandler((request, response, thrown) -> refusals.forbidden(request, response)))
                .authorizeHttpRequests(paths -> paths.dispatcherTypeMatchers(
                                DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers("/actuator/health/**", "/actuator/prometheus")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .denyAll()
                        .requestMatchers("/api/admin/**", "/api/carts")
                        .hasRole("ADMIN")
                        .requestMatchers("/api/users/register", "/api/token", "/api/token/revoke")
                        .permitAll()
                        .requestMatchers("/api/users/me", "/api/users/me/**")
                        .hasRole("USER")
                        .requestMatchers("/api/users", "/api/users/**")
                        .hasRole("ADMIN")
                        .requestMatchers("/api/products/*/stock")
                        .hasRole("ADMIN")
                        .requestMatchers(POST, "/api/products/*/view")
                        .hasRole("USER")
                        .requestMatchers(POST, "/api/products")
                        .hasRole("ADMIN")
                        .requestMatchers(PUT, "/api/products/*")
                        .hasRole("ADMIN")
                        .requestMatchers(DELETE, "/api/products/*")
                        .hasRole("ADMIN")
                        .requestMatchers(PUT, "/api/orders/*/status")
                        .hasRole("ADMIN")
                        .requestMatchers(GET, "/api/orders/statuses")
                        .permitAll()
                        .requestMatchers(HEAD, "/api/orders/statuses")
                        .permitAll()
                        .requestMatchers("/api/cart", "/api/cart/**", "/api/orders", "/api/orders/**")
                        .hasRole("USER")
                        .anyRequest()
                        .permitAll()) // the open resources, and what does not exist, which answers 404
                .build();
    }

    @Bean
    RequestRejectedHandler rejected(Refusals refusals) {
        return (request, response, thrown) -> refusals.malformed(request, response);
    }

    /** There are no passwords here to try: without this, Spring Boot would make up a user and print its password. */
    @Bean
    AuthenticationManager noOtherWayIn() {
        return authentication -> {
            throw new AuthenticationServiceException("only bearer tokens are taken");
        };
    }
}
