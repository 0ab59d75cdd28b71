package dev.daybook.api;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Profile;

/** Daybook. Its modules are found by their common base package. */
@SpringBootApplication(
        scanBasePackages = "dev.daybook",
        // Events, tokens and sagas are kept through JDBC (docs/adr/0002), though JPA is there for views and accounts.
        excludeName = {
            "org.axonframework.springboot.autoconfig.JpaAutoConfiguration",
            "org.axonframework.springboot.autoconfig.JpaEventStoreAutoConfiguration"
        })
@AutoConfigurationPackage(basePackages = "dev.daybook")
@ConfigurationPropertiesScan("dev.daybook")
@Profile("!" + SchemaJob.PROFILE)
public class DaybookApplication {
    public static void main(String[] args) {
        SpringApplication.run(new Class<?>[] {DaybookApplication.class, SchemaJob.class}, args);
    }
}
