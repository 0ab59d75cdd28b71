package dev.daybook.api.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The dashboard takes its types from a copy of the interface's description. */
class PublishingTheDescriptionJourneyTest extends JourneyTest {
    private static final Path COPY = Path.of("..", "dashboard", "openapi.json");
    private static final String WRITE = "daybook.test.write-openapi";

    /** The same on every machine, and with keys in an order that no change of the code disturbs. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .defaultPrettyPrinter(new DefaultPrettyPrinter(
                            Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER))
                    .withObjectIndenter(new DefaultIndenter("  ", "\n")))
            .build();

    @Test
    void theCopyIsWhatTheApplicationSays() throws IOException {
        Object description =
                MAPPER.readValue(shop.anyone().get("/v3/api-docs").expect(200).body(), Object.class);
        String said = MAPPER.writeValueAsString(description) + "\n";
        if (Boolean.getBoolean(WRITE)) {
            Files.createDirectories(COPY.getParent());
            Files.writeString(COPY, said);
        }

        assertThat(Files.readString(COPY))
                .as("the copy in dashboard/openapi.json; -D%s=true on this test writes it anew", WRITE)
                .isEqualTo(said);
    }
}
