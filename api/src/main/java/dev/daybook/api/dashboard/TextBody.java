package dev.daybook.api.dashboard;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpMethod;

final class TextBody {
    private TextBody() {}

    static void write(String mediaType, String text, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        response.setContentType(mediaType + ";charset=UTF-8");
        response.setContentLength(body.length);
        if (!HttpMethod.HEAD.matches(request.getMethod()))
            response.getOutputStream().write(body);
    }
}
