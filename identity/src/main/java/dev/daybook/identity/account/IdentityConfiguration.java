package dev.daybook.identity.account;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({IdentitySettings.class, FirstAdministratorSettings.class})
@EnableScheduling
class IdentityConfiguration {
    @Bean
    SigningKeys signingKeys(IdentitySettings settings, @Value("${daybook.data-dir:./data}") String dataDir) {
        return SigningKeyFile.open(settings, dataDir);
    }
}
