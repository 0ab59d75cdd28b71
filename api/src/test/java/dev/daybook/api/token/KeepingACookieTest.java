package dev.daybook.api.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource({
        "http, 80, http://shop.lan, true",
        "http, 80, http://shop.lan:80, false",
        "http, 8080, http://shop.lan:8080, true",
        "http, 443, http://shop.lan:443, true",
        "http, 443, http://shop.lan, false",
        "https, 443, https://shop.lan, true",
        "https, 443, http://shop.lan, false",
        "https, 80, https://shop.lan:80, true"
    })
    void isForPagesOfItsOriginAsABrowserWritesIt(String scheme, int port, String origin, boolean own) {
        request.setScheme(scheme);
        request.setServerName("shop.lan");
        request.setServerPort(port);
        request.addHeader("Origin", origin);

        var asked = assertThatCode(() -> RefreshCookie.requireOwnPage(request));
        if (own) asked.doesNotThrowAnyException();
        else asked.isInstanceOf(OAuthRefusal.class);
    }
}
