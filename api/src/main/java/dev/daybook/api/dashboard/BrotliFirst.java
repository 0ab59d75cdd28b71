package dev.daybook.api.dashboard;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/** Browsers name gzip before brotli, which is smaller, and by itself the resolver takes what is named first. */
class BrotliFirst extends EncodedResourceResolver {
    @Override
    protected @Nullable Resource resolveResourceInternal(
            @Nullable HttpServletRequest request,
            String path,
            List<? extends Resource> locations,
            ResourceResolverChain chain) {
        return super.resolveResourceInternal(request == null ? null : new Preferring(request), path, locations, chain);
    }

    private static class Preferring extends HttpServletRequestWrapper {
        Preferring(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            String header = super.getHeader(name);
            if (header == null || !name.equalsIgnoreCase("Accept-Encoding")) return header;
            return Arrays.stream(header.split(","))
                    .map(String::strip)
                    .filter(coding -> !coding.matches(".*;\\s*q=0(\\.0*)?"))
                    .sorted(Comparator.comparing(coding -> !coding.startsWith("br")))
                    .collect(Collectors.joining(","));
        }
    }
}
