package dev.daybook.api.edge;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** The whole edge on a port of its own, in front of the made-up domain. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Edge.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "axon.axonserver.enabled=false",
            "axon.update-check.disabled=true",
            "axon.serializer.general=jackson3",
            "daybook.engine=embedded",
            "spring.servlet.multipart.enabled=false",
            "daybook.rate-limit.enabled=false",
            "spring.main.banner-mode=off",
            "spring.config.location=optional:classpath:/none/",
            "logging.level.root=WARN"
        })
@interface EdgeTest {}
