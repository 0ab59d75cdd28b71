package dev.daybook.query;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** The views of orders on H2, read by hand through {@link Readers} instead of by processors. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Readers.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:order-views;DB_CLOSE_DELAY=-1",
            "spring.flyway.locations=classpath:db/migration/{vendor}",
            "spring.jpa.hibernate.ddl-auto=validate",
            "axon.axonserver.enabled=false",
            "axon.update-check.disabled=true",
            "axon.serializer.general=jackson3",
            "spring.autoconfigure.exclude=org.axonframework.springboot.autoconfig.JpaAutoConfiguration,"
                    + "org.axonframework.springboot.autoconfig.JpaEventStoreAutoConfiguration"
        })
public @interface OrderViewsTest {}
