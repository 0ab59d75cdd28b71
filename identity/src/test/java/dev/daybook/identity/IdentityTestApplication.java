package dev.daybook.identity;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class IdentityTestApplication {
    @Bean
    TestClock clock() {
        return new TestClock();
    }
}
