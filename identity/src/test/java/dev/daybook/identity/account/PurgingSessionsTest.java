package dev.daybook.identity.account;

import static dev.daybook.identity.contract.RefreshTokenKeeper.CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.identity.IdentityTest;
import dev.daybook.identity.contract.AccountView;
import dev.daybook.identity.contract.TokenPair;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PurgingSessionsTest extends IdentityTest {
    @Autowired
    private TokenDesk desk;

    @Test
    void forgetsWhatIsOverAndKeepsTheRest() {
        AccountView account = registered();
        TokenPair kept = loggedIn(account);
        loggedIn(account);
        clock.advance(Duration.ofDays(20));
        TokenPair prolonged = tokens.byRefreshToken(kept.refreshToken(), CLIENT);
        clock.advance(Duration.ofDays(11));

        assertThat(desk.purgeExpired()).isEqualTo(3); // the other session, its token, and the one that was used

        assertThat(rowsOf("token_family")).isOne();
        assertThat(rowsOf("refresh_token")).isOne();
        assertGoodFor(
                account, tokens.byRefreshToken(prolonged.refreshToken(), CLIENT).accessToken());
    }

    private int rowsOf(String table) {
        return database.sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }
}
