package dev.daybook.api.dashboard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DashboardSettings.class)
class DashboardConfiguration {
    private static final Duration A_YEAR = Duration.ofDays(365);

    private final DashboardSettings settings;
    private final ResourceLoader resources;

    DashboardConfiguration(DashboardSettings settings, ResourceLoader resources) {
        this.settings = settings;
        this.resources = resources;
    }

    /** Named by their content, so none of them ever changes. */
    @Bean
    ResourceHttpRequestHandler dashboardAssets() {
        return files("assets/", CacheControl.maxAge(A_YEAR).cachePublic().immutable());
    }

    @Bean
    ResourceHttpRequestHandler dashboardFiles() {
        return files("", CacheControl.noCache());
    }

    @Bean
    DashboardMapping dashboard(ResourceHttpRequestHandler dashboardAssets, ResourceHttpRequestHandler dashboardFiles)
            throws IOException {
        return new DashboardMapping(dashboardAssets, new FileOrPage(dashboardFiles, page()));
    }

    private HttpRequestHandler page() throws IOException {
        Resource page = resources.getResource(settings.location() + "index.html");
        return page.exists() ? new DashboardPage(page.getContentAsString(StandardCharsets.UTF_8)) : new NoDashboard();
    }

    private ResourceHttpRequestHandler files(String folder, CacheControl cacheControl) {
        var files = new ResourceHttpRequestHandler();
        files.setLocations(List.of(resources.getResource(settings.location() + folder)));
        files.setResourceResolvers(List.of(new BrotliFirst(), new PathResourceResolver()));
        files.setMediaTypes(Map.of("webmanifest", MediaType.valueOf("application/manifest+json")));
        files.setCacheControl(cacheControl);
        return files;
    }
}
