package dev.daybook.api.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/**
 * Reads from a record which members its JSON always has, and which may be null. The edge writes null members too, so all
 * are there but those that say otherwise; a member that is required by an annotation of its own is never null.
 */
@Component
class ExactSchemas implements ModelConverter, OpenApiCustomizer {
    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) return null;
        Schema<?> schema = chain.next().resolve(type, context, chain);
        Class<?> raw = Json31.mapper().constructType(type.getType()).getRawClass();
        if (schema != null && raw.isRecord()) describe(model(schema, context), raw);
        return schema;
    }

    /** A request may leave out what may be null. */
    @Override
    public void customise(OpenAPI api) {
        if (api.getComponents() == null || api.getComponents().getSchemas() == null) return;
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .map(Operation::getRequestBody)
                .filter(Objects::nonNull)
                .map(RequestBody::getContent)
                .filter(Objects::nonNull)
                .flatMap(content -> content.values().stream())
                .map(MediaType::getSchema)
                .filter(schema -> schema != null && schema.get$ref() != null)
                .map(schema -> api.getComponents().getSchemas().get(nameOf(schema.get$ref())))
                .filter(Objects::nonNull)
                .forEach(ExactSchemas::requireNoneThatMayBeNull);
    }

    private static void requireNoneThatMayBeNull(Schema<?> request) {
        if (request.getRequired() == null || request.getProperties() == null) return;
        List<String> required = new ArrayList<>(request.getRequired());
        required.removeIf(name -> mayBeNull(request.getProperties().get(name)));
        request.setRequired(required);
    }

    private static void describe(@Nullable Schema<?> model, Class<?> type) {
        if (model == null || model.getProperties() == null) return;
        List<String> required = new ArrayList<>(model.getRequired() == null ? List.of() : model.getRequired());
        for (RecordComponent component : type.getRecordComponents()) {
            String name = nameOf(component);
            Schema<?> property = model.getProperties().get(name);
            if (property == null
                    || required.contains(name)
                    || component.getAccessor().isAnnotationPresent(JsonInclude.class)) continue;
            required.add(name);
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                model.getProperties().put(name, orNull(property));
        }
        model.setRequired(required);
    }

    private static @Nullable Schema<?> model(Schema<?> schema, ModelConverterContext context) {
        String reference = schema.get$ref();
        return reference == null ? schema : context.getDefinedModels().get(nameOf(reference));
    }

    private static String nameOf(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    private static String nameOf(RecordComponent component) {
        JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null ? component.getName() : named.value();
    }

    private static Schema<?> orNull(Schema<?> property) {
        if (property.get$ref() != null)
            return new Schema<>().addOneOfItem(property).addOneOfItem(ofNull());
        property.addType("null");
        if (property.getEnum() != null) listNull(property);
        return property;
    }

    private static <T> void listNull(Schema<T> property) {
        List<@Nullable T> values = new ArrayList<>(property.getEnum());
        values.add(null);
        property.setEnum(values);
    }

    private static boolean mayBeNull(Schema<?> property) {
        return property.getTypes() != null && property.getTypes().contains("null")
                || property.getOneOf() != null && property.getOneOf().stream().anyMatch(ExactSchemas::mayBeNull);
    }

    private static Schema<?> ofNull() {
        Schema<?> schema = new Schema<>();
        schema.addType("null");
        return schema;
    }
}
