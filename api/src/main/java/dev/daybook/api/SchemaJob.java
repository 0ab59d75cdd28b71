package dev.daybook.api;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * In place of Daybook: makes the schema, or brings it up to date, and ends. With it a deployment changes the schema once,
 * before any instance starts, and under a database user of its own if that is wanted.
 */
@Configuration(proxyBeanMethods = false)
@Profile(SchemaJob.PROFILE)
@ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
class SchemaJob {
    static final String PROFILE = "migrate";
}
