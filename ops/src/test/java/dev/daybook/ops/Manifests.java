package dev.daybook.ops;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/** What a cluster is told, each document as the type that it says it is; a field that the type does not have is an error. */
record Manifests(List<HasMetadata> all) {
    private static final Map<String, Class<? extends HasMetadata>> TYPES = types(List.of(
            ConfigMap.class,
            Deployment.class,
            HorizontalPodAutoscaler.class,
            Job.class,
            Namespace.class,
            NetworkPolicy.class,
            PodDisruptionBudget.class,
            Service.class));

    static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .annotationIntrospector(new JacksonAnnotationIntrospector() {
                /** The models would keep what they do not know. */
                @Override
                public Boolean hasAnySetter(MapperConfig<?> config, Annotated annotated) {
                    return false;
                }
            })
            .build();

    static Manifests of(String overlay) {
        return new Manifests(Kustomization.build(Repository.file("ops/kubernetes/overlays/" + overlay)).stream()
                .map(Manifests::typed)
                .toList());
    }

    static HasMetadata typed(Map<String, Object> document) {
        String type = document.get("apiVersion") + " " + document.get("kind");
        if (!TYPES.containsKey(type)) throw new IllegalArgumentException("there is no " + type);
        return STRICT.convertValue(document, TYPES.get(type));
    }

    <T extends HasMetadata> List<T> all(Class<T> type) {
        return all.stream().filter(type::isInstance).map(type::cast).toList();
    }

    <T extends HasMetadata> T the(Class<T> type, String name) {
        return all(type).stream()
                .filter(one -> one.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + type.getSimpleName() + " is called " + name));
    }

    /** What pods are made of, by the name of what makes them. */
    Map<String, PodTemplateSpec> pods() {
        Map<String, PodTemplateSpec> pods = new LinkedHashMap<>();
        for (Deployment one : all(Deployment.class))
            pods.put(one.getMetadata().getName(), one.getSpec().getTemplate());
        for (Job one : all(Job.class))
            pods.put(one.getMetadata().getName(), one.getSpec().getTemplate());
        return pods;
    }

    Container container(String pods) {
        return pods().get(pods).getSpec().getContainers().getFirst();
    }

    /** The variables of its environment that the manifests give a value. */
    Map<String, String> environment(Container container) {
        Map<String, String> environment = new LinkedHashMap<>();
        container
                .getEnvFrom()
                .forEach(from -> environment.putAll(
                        the(ConfigMap.class, from.getConfigMapRef().getName()).getData()));
        container.getEnv().stream()
                .filter(one -> one.getValue() != null)
                .forEach(one -> environment.put(one.getName(), one.getValue()));
        return environment;
    }

    private static Map<String, Class<? extends HasMetadata>> types(List<Class<? extends HasMetadata>> types) {
        Map<String, Class<? extends HasMetadata>> byName = new LinkedHashMap<>();
        for (var type : types) byName.put(HasMetadata.getApiVersion(type) + " " + HasMetadata.getKind(type), type);
        return byName;
    }

    Stream<Container> containers() {
        return pods().values().stream().flatMap(pod -> pod.getSpec().getContainers().stream());
    }
}
