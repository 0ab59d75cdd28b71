package dev.daybook.api.dashboard;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set of the dashboard.
 *
 * @param location the folder of its files, with a slash at the end
 */
@ConfigurationProperties("daybook.dashboard")
record DashboardSettings(
        @DefaultValue("classpath:/dashboard/") String location) {
    DashboardSettings {
        if (!location.endsWith("/"))
            throw new IllegalArgumentException("daybook.dashboard.location must end with a slash");
    }
}
