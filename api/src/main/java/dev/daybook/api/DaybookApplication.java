package dev.daybook.api;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Profile;

/** Daybook. Its modules are found by their common base package. */
@SpringBootApplication(scanBasePackages = "dev.daybook")
@ConfigurationPropertiesScan("dev.daybook")
@Profile("!" + SchemaJob.PROFILE)
public class DaybookApplication {
    public static void main(String[] args) {
        // MySQL's driver writes an instant by way of local time, which has an hour twice in autumn
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        SpringApplication.run(new Class<?>[] {DaybookApplication.class, SchemaJob.class}, args);
    }
}
