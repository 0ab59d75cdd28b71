package dev.daybook.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DescribingRequestsTest {
    private final OpenAPI api = new OpenAPI();

    @Test
    void letsARequestLeaveOutWhatMayBeNull() {
        Schema<?> change = new Schema<>()
                .addProperty("name", new Schema<>().types(Set.of("string")))
                .addProperty("note", new Schema<>().types(Set.of("string", "null")));
        change.setRequired(List.of("name", "note"));
        api.components(new Components().addSchemas("Change", change));
        takes(of(new Schema<>().$ref("#/components/schemas/Change")));

        new ExactSchemas().customise(api);

        assertThat(change.getRequired()).containsExactly("name");
    }

    @Test
    void leavesOtherBodiesAlone() {
        Schema<?> free = new Schema<>().addProperty("name", new Schema<>());
        api.components(new Components().addSchemas("Free", free));
        takes(of(new Schema<>().$ref("#/components/schemas/Free")));
        takes(of(new Schema<>().$ref("#/components/schemas/Unknown")));
        takes(of(new ArraySchema().items(new Schema<>().$ref("#/components/schemas/Free"))));
        takes(new RequestBody().content(new Content().addMediaType("application/json", new MediaType())));
        takes(new RequestBody());

        new ExactSchemas().customise(api);

        assertThat(free.getRequired()).isNull();
        assertThat(api.getPaths()).hasSize(5);
    }

    @Test
    void needsNoSchemas() {
        takes(of(new Schema<>().types(Set.of("string"))));

        new ExactSchemas().customise(api);

        assertThat(api.getComponents()).isNull();
    }

    private void takes(RequestBody body) {
        int already = api.getPaths() == null ? 0 : api.getPaths().size();
        api.path("/" + already, new PathItem().post(new Operation().requestBody(body)));
    }

    private static RequestBody of(Schema<?> schema) {
        return new RequestBody()
                .content(new Content().addMediaType("application/json", new MediaType().schema(schema)));
    }
}
