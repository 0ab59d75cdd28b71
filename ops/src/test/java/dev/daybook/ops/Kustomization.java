package dev.daybook.ops;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * As much of kustomize as {@code ops/kubernetes} uses, so that what is applied can be looked at where no kubectl is installed. Where
 * one is, {@link RunningOnKubernetesTest} holds this against it.
 */
final class Kustomization {
    private static final Set<String> KNOWN =
            Set.of("apiVersion", "kind", "namespace", "resources", "configMapGenerator", "images");

    private final Path folder;
    private final Map<String, Object> file;
    private final List<Map<String, Object>> documents = new ArrayList<>();

    private Kustomization(Path folder) {
        this.folder = folder;
        file = documents(Repository.text(folder.resolve("kustomization.yaml"))).getFirst();
        for (String field : file.keySet())
            if (!KNOWN.contains(field)) throw new IllegalStateException(folder + " uses " + field + ", teach it to me");
    }

    /** All documents that a folder stands for; generated names have no hash. */
    static List<Map<String, Object>> build(Path folder) {
        Kustomization one = new Kustomization(folder.normalize());
        one.addResources();
        one.generate();
        one.nameImages();
        one.nameNamespace();
        return one.documents;
    }

    static List<Map<String, Object>> documents(String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return StreamSupport.stream(new Yaml(options).loadAll(yaml).spliterator(), false)
                .map(Kustomization::map)
                .toList();
    }

    static String kind(Map<String, Object> document) {
        return String.valueOf(document.get("kind"));
    }

    static String name(Map<String, Object> document) {
        return String.valueOf(map(document.get("metadata")).get("name"));
    }

    private void addResources() {
        for (Object resource : list(file.get("resources"))) {
            Path path = folder.resolve(resource.toString());
            documents.addAll(Files.isDirectory(path) ? build(path) : documents(Repository.text(path)));
        }
    }

    private void generate() {
        for (Object one : list(file.get("configMapGenerator"))) {
            Map<String, Object> generator = map(one);
            String name = generator.get("name").toString();
            map(configMap(name, "merge".equals(generator.get("behavior"))).get("data"))
                    .putAll(data(generator));
        }
    }

    private Map<String, Object> configMap(String name, boolean merge) {
        if (merge)
            return documents.stream()
                    .filter(document ->
                            kind(document).equals("ConfigMap") && name(document).equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("nothing to merge " + name + " with"));
        Map<String, Object> made = new LinkedHashMap<>();
        made.put("apiVersion", "v1");
        made.put("kind", "ConfigMap");
        made.put("metadata", new LinkedHashMap<>(Map.of("name", name)));
        made.put("data", new LinkedHashMap<>());
        documents.add(made);
        return made;
    }

    private Map<String, Object> data(Map<String, Object> generator) {
        Map<String, Object> data = new LinkedHashMap<>();
        for (Object path : list(generator.get("files")))
            data.put(
                    Path.of(path.toString()).getFileName().toString(),
                    Repository.text(folder.resolve(path.toString())));
        for (Object path : list(generator.get("envs")))
            Repository.text(folder.resolve(path.toString()))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> put(data, line));
        for (Object literal : list(generator.get("literals"))) put(data, literal.toString());
        return data;
    }

    private static void put(Map<String, Object> data, String setting) {
        int at = setting.indexOf('=');
        data.put(setting.substring(0, at), setting.substring(at + 1));
    }

    private void nameImages() {
        for (Object one : list(file.get("images"))) {
            Map<String, Object> image = map(one);
            for (Map<String, Object> document : documents)
                replaceImage(document, image.get("name").toString(), image.get("newName") + ":" + image.get("newTag"));
        }
    }

    private static void replaceImage(Object within, String name, String image) {
        if (within instanceof List<?> list) list.forEach(one -> replaceImage(one, name, image));
        if (!(within instanceof Map<?, ?>)) return;
        map(within).replaceAll((key, value) -> key.equals("image") && value.equals(name) ? image : value);
        map(within).values().forEach(value -> replaceImage(value, name, image));
    }

    private void nameNamespace() {
        Object namespace = file.get("namespace");
        if (namespace == null) return;
        for (Map<String, Object> document : documents) {
            Map<String, Object> metadata = map(document.get("metadata"));
            metadata.put(kind(document).equals("Namespace") ? "name" : "namespace", namespace);
        }
    }

    private static List<?> list(Object value) {
        return value == null ? List.of() : (List<?>) value;
    }

    @SuppressWarnings("unchecked") // the keys of all documents here are strings
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
