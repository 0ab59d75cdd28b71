package dev.daybook.api;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

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
public class DaybookApplication {
    public static void main(String[] args) {
        SpringApplication.run(DaybookApplication.class, args);
    }
}
