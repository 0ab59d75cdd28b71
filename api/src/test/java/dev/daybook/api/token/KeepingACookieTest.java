package dev.daybook.api.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class KeepingACookieTest {
    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void isForHttpsAloneWhereTheRequestCameThatWay() {
        request.setSecure(true);

        RefreshCookie.keep("token", Duration.ofDays(1), request, response);
        RefreshCookie.delete(request, response);

        assertThat(response.getHeaders("Set-Cookie")).hasSize(2).allMatch(cookie -> cookie.contains("; Secure"));
    }

    @Test
    void isForPlainHttpWhereThatIsAllThereIs() {
        RefreshCookie.keep("token", Duration.ofDays(1), request, response);

        assertThat(response.getHeader("Set-Cookie"))
                .startsWith("daybook-refresh=token; ")
                .doesNotContain("Secure");
    }
}
