package dev.daybook.ops;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** No cluster is asked here; what can be known without one is. */
class RunningOnKubernetesTest {
    private static final String DOCKERFILE = Repository.text(Repository.file("Dockerfile"));
    private static final JsonNode STACK = Repository.yaml(Repository.file("docker-compose.yml"));
    private static final String DOCUMENTATION = Repository.text(Repository.file("docs/kubernetes.md"));

    static Stream<String> overlays() {
        return Stream.of("mysql", "axonserver");
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void isWhatKubectlMakesOfIt(String overlay) throws Exception {
        String rendered = Program.installed("kubectl")
                .succeeds(Repository.file("ops/kubernetes"), List.of("kustomize", "overlays/" + overlay));
        // a generated name ends with a hash of what it names
        Set<String> generated = Kustomization.documents(rendered).stream()
                .filter(document -> Kustomization.kind(document).equals("ConfigMap"))
                .map(Kustomization::name)
                .collect(toSet());
        for (String name : generated) rendered = rendered.replace(name, name.replaceFirst("-[a-z0-9]{10}$", ""));

        assertThat(generated).isNotEmpty().allMatch(name -> name.matches(".+-[a-z0-9]{10}"));
        assertThat(Kustomization.documents(rendered))
                .containsExactlyInAnyOrderElementsOf(
                        Kustomization.build(Repository.file("ops/kubernetes/overlays/" + overlay)));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void isMadeOfWhatAShopNeeds(String overlay) {
        assertThat(Manifests.of(overlay).all())
                .extracting(one -> one.getKind() + " " + one.getMetadata().getName())
                .contains(
                        "Deployment daybook",
                        "Deployment gateway",
                        "Job migrate",
                        "Service daybook",
                        "Service gateway",
                        "HorizontalPodAutoscaler daybook",
                        "PodDisruptionBudget daybook",
                        "PodDisruptionBudget gateway",
                        "NetworkPolicy deny-everything",
                        "Namespace daybook")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {port: []}}",
                "{apiVersion: v1, kind: Service, metadata: {name: a, label: {}}, spec: {}}",
                "{apiVersion: apps/v1, kind: Deployment, metadata: {name: a}, spec: {template: {spec: {container: []}}}}",
                "{apiVersion: batch/v1, kind: Job, metadata: {name: a}, spec: {backoffLimit: many}}",
                "{apiVersion: apps/v1beta1, kind: Deployment, metadata: {name: a}}",
            })
    void refusesWhatKubernetesDoesNotKnow(String manifest) {
        assertThatThrownBy(
                        () -> Manifests.typed(Kustomization.documents(manifest).getFirst()))
                .isInstanceOf(RuntimeException.class);
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void findsItsPodsByTheirLabels(String overlay) {
        Manifests manifests = Manifests.of(overlay);
        for (Deployment one : manifests.all(Deployment.class)) {
            Map<String, String> labels =
                    one.getSpec().getTemplate().getMetadata().getLabels();
            assertThat(labels).containsAllEntriesOf(one.getSpec().getSelector().getMatchLabels());
            assertThat(one.getSpec().getTemplate().getSpec().getTopologySpreadConstraints())
                    .isNotEmpty()
                    .allSatisfy(spread -> assertThat(selects(spread.getLabelSelector(), labels))
                            .isTrue());
        }
        for (Service one : manifests.all(Service.class)) {
            String name = one.getMetadata().getName();
            LabelSelector selector = new LabelSelector(List.of(), one.getSpec().getSelector());
            assertThat(selected(manifests, selector)).containsExactly(name);
        }
        for (PodDisruptionBudget one : manifests.all(PodDisruptionBudget.class))
            assertThat(selected(manifests, one.getSpec().getSelector()))
                    .containsExactly(one.getMetadata().getName());
        for (NetworkPolicy one : manifests.all(NetworkPolicy.class)) {
            assertThat(selected(manifests, one.getSpec().getPodSelector()))
                    .as(one.getMetadata().getName())
                    .isNotEmpty();
            peers(one)
                    .filter(peer -> peer.getNamespaceSelector() == null)
                    .forEach(peer -> assertThat(selected(manifests, peer.getPodSelector()))
                            .as(one.getMetadata().getName())
                            .isNotEmpty());
        }
        for (HorizontalPodAutoscaler one : manifests.all(HorizontalPodAutoscaler.class))
            assertThat(manifests.the(
                            Deployment.class, one.getSpec().getScaleTargetRef().getName()))
                    .isNotNull();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void refersToWhatThereIs(String overlay) {
        Manifests manifests = Manifests.of(overlay);
        manifests.pods().forEach((name, pod) -> {
            Map<String, Volume> volumes =
                    pod.getSpec().getVolumes().stream().collect(toMap(Volume::getName, volume -> volume));
            Set<String> mounted = pod.getSpec().getContainers().stream()
                    .flatMap(container -> container.getVolumeMounts().stream())
                    .map(VolumeMount::getName)
                    .collect(toSet());
            assertThat(mounted).as(name).isEqualTo(volumes.keySet());
            for (Volume volume : volumes.values())
                assertThat(keys(manifests, volume))
                        .as("%s: %s", name, volume.getName())
                        .containsAll(
                                items(volume).stream().map(KeyToPath::getKey).toList());
            for (Container container : pod.getSpec().getContainers()) {
                assertThat(manifests.environment(container)).isNotEmpty();
                for (VolumeMount mount : container.getVolumeMounts())
                    if (mount.getSubPath() != null)
                        assertThat(keys(manifests, volumes.get(mount.getName())))
                                .contains(mount.getSubPath());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void keepsSecretsOut(String overlay) {
        Manifests manifests = Manifests.of(overlay);

        assertThat(manifests.all(Secret.class)).isEmpty();
        assertThat(manifests.all(ConfigMap.class).stream().flatMap(map -> map.getData().entrySet().stream()))
                .filteredOn(setting -> setting.getKey().matches(".*(PASSWORD|TOKEN|SECRET|KEY).*"))
                .isNotEmpty()
                .allMatch(setting -> setting.getValue().startsWith("/run/secrets/"));
        assertThat(manifests.containers().flatMap(container -> container.getEnv().stream()))
                .noneMatch(setting -> setting.getName().matches(".*(PASSWORD|TOKEN|SECRET|KEY).*"));
        for (String pods : List.of("daybook", "migrate"))
            assertThat(manifests.container(pods).getVolumeMounts())
                    .anyMatch(mount -> mount.getName().equals("secrets")
                            && mount.getMountPath().equals("/run/secrets")
                            && mount.getReadOnly());
        assertThat(manifests.environment(manifests.container("daybook")).get("DAYBOOK_IDENTITY_SIGNING_KEY_FILE"))
                .isEqualTo("/run/secrets/signing-key.pem");
    }

    /** A name in a manifest is a number in the pods, and the number is the one that the image listens on. */
    @ParameterizedTest
    @MethodSource("overlays")
    void opensThePortsThatThereAre(String overlay) {
        Manifests manifests = Manifests.of(overlay);

        assertThat(ports(manifests.pods().get("daybook")))
                .containsExactlyInAnyOrderEntriesOf(Map.of("http", 8080, "management", 8081));
        assertThat(DOCKERFILE).contains("EXPOSE 8080 8081").contains("MANAGEMENT_SERVER_PORT=8081");
        Map<String, String> gateway = manifests.environment(manifests.container("gateway"));
        assertThat(ports(manifests.pods().get("gateway")))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "http", Integer.valueOf(gateway.get("GATEWAY_HTTP_PORT")),
                        "https", Integer.valueOf(gateway.get("GATEWAY_HTTPS_PORT"))));
        for (Service one : manifests.all(Service.class))
            assertThat(one.getSpec().getPorts())
                    .allSatisfy(port -> assertThat(
                                    ports(manifests.pods().get(one.getMetadata().getName())))
                            .containsKey(port.getTargetPort().getStrVal()));
        for (NetworkPolicy one : manifests.all(NetworkPolicy.class)) {
            one.getSpec()
                    .getIngress()
                    .forEach(rule -> selected(manifests, one.getSpec().getPodSelector())
                            .forEach(pod ->
                                    assertThat(ports(manifests.pods().get(pod))).containsKeys(names(rule.getPorts()))));
            one.getSpec().getEgress().stream()
                    .filter(rule -> rule.getTo().stream().allMatch(peer -> peer.getNamespaceSelector() == null))
                    .forEach(rule -> rule.getTo()
                            .forEach(peer -> selected(manifests, peer.getPodSelector())
                                    .forEach(pod -> assertThat(
                                                    ports(manifests.pods().get(pod)))
                                            .containsKeys(names(rule.getPorts())))));
        }
    }

    /** That Daybook answers at these addresses, {@link PassingTheGatewayIT} sees. */
    @ParameterizedTest
    @MethodSource("overlays")
    void probesWhatAnswers(String overlay) {
        Manifests manifests = Manifests.of(overlay);
        for (Deployment one : manifests.all(Deployment.class)) {
            Container container = manifests.container(one.getMetadata().getName());
            assertThat(probes(container).toList())
                    .hasSize(3)
                    .allSatisfy(probe -> assertThat(ports(one.getSpec().getTemplate()))
                            .containsKey(probe.getPort().getStrVal()));
        }

        Container daybook = manifests.container("daybook");
        assertThat(daybook.getLivenessProbe().getHttpGet().getPath()).endsWith("liveness");
        assertThat(daybook.getStartupProbe().getHttpGet())
                .isEqualTo(daybook.getLivenessProbe().getHttpGet());
        assertThat(daybook.getStartupProbe().getPeriodSeconds()
                        * daybook.getStartupProbe().getFailureThreshold())
                .as("seconds for the start")
                .isGreaterThanOrEqualTo(180);
        assertThat(Repository.text(Repository.file("ops/container/healthy")))
                .contains("GET " + daybook.getReadinessProbe().getHttpGet().getPath() + " ");
        assertThat(probes(manifests.container("gateway")))
                .extracting(HTTPGetAction::getPath)
                .containsOnly("/healthz");
        assertThat(Repository.text(Repository.file("ops/gateway/templates/gateway.conf.template")))
                .contains("location = /healthz");
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void letsPodsDoNothingTheyNeedNot(String overlay) {
        Manifests manifests = Manifests.of(overlay);

        assertThat(manifests.the(Namespace.class, "daybook").getMetadata().getLabels())
                .containsEntry("pod-security.kubernetes.io/enforce", "restricted");
        manifests.pods().forEach((name, pod) -> {
            var context = pod.getSpec().getSecurityContext();
            assertThat(context.getRunAsNonRoot()).isTrue();
            assertThat(context.getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
            assertThat(pod.getSpec().getAutomountServiceAccountToken()).isFalse();
            assertThat(pod.getSpec().getHostNetwork()).isNull();
            String user = context.getRunAsUser() + ":" + context.getRunAsGroup();
            if (name.equals("gateway"))
                assertThat(user).isEqualTo(STACK.at("/services/gateway/user").asString());
            else assertThat(DOCKERFILE).contains("\nUSER " + user + "\n");
            for (Container container : pod.getSpec().getContainers()) {
                assertThat(container.getSecurityContext().getAllowPrivilegeEscalation())
                        .isFalse();
                assertThat(container.getSecurityContext().getReadOnlyRootFilesystem())
                        .isTrue();
                assertThat(container.getSecurityContext().getCapabilities().getDrop())
                        .containsExactly("ALL");
                assertThat(container.getSecurityContext().getCapabilities().getAdd())
                        .isEmpty();
                assertThat(container.getVolumeMounts())
                        .anyMatch(mount -> mount.getMountPath().equals("/tmp"));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void runsNamedVersionsWithinBounds(String overlay) {
        Manifests manifests = Manifests.of(overlay);

        assertThat(manifests.containers()).allSatisfy(container -> {
            assertThat(container.getImage()).matches("[a-z./-]+:\\d+\\.\\d+.*");
            var resources = container.getResources();
            assertThat(resources.getRequests()).containsKeys("cpu", "memory");
            assertThat(resources.getLimits()).containsKeys("cpu", "memory");
        });
        for (String pods : List.of("daybook", "migrate"))
            assertThat(manifests.container(pods).getResources().getLimits().get("memory"))
                    .as("what Java takes its heap from")
                    .isEqualTo(manifests
                            .container(pods)
                            .getResources()
                            .getRequests()
                            .get("memory"));
        assertThat(manifests.container("migrate").getImage())
                .isEqualTo(manifests.container("daybook").getImage());
        assertThat(manifests.container("gateway").getImage())
                .isEqualTo(STACK.at("/services/gateway/image").asString());
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void isNeverOneAlone(String overlay) {
        Manifests manifests = Manifests.of(overlay);
        for (Deployment one : manifests.all(Deployment.class)) {
            String name = one.getMetadata().getName();
            List<HorizontalPodAutoscaler> scalers = manifests.all(HorizontalPodAutoscaler.class).stream()
                    .filter(scaler ->
                            scaler.getSpec().getScaleTargetRef().getName().equals(name))
                    .toList();
            if (scalers.isEmpty()) assertThat(one.getSpec().getReplicas()).isGreaterThanOrEqualTo(2);
            else {
                assertThat(one.getSpec().getReplicas())
                        .as("left to the autoscaler")
                        .isNull();
                assertThat(scalers.getFirst().getSpec().getMinReplicas()).isGreaterThanOrEqualTo(2);
            }
            var update = one.getSpec().getStrategy().getRollingUpdate();
            assertThat(update.getMaxUnavailable()).isEqualTo(new IntOrString(0));
            assertThat(manifests.the(PodDisruptionBudget.class, name).getSpec().getMaxUnavailable())
                    .isEqualTo(new IntOrString(1));
        }
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void hasTimeToHandOver(String overlay) {
        Duration phase = Duration.parse("PT"
                + application("/spring/lifecycle/timeout-per-shutdown-phase").asString());
        long compose = Duration.parse(
                        "PT" + STACK.at("/services/daybook-1/stop_grace_period").asString())
                .toSeconds();
        PodTemplateSpec daybook = Manifests.of(overlay).pods().get("daybook");

        long wait = daybook.getSpec()
                .getContainers()
                .getFirst()
                .getLifecycle()
                .getPreStop()
                .getSleep()
                .getSeconds();
        assertThat(wait).isPositive();
        assertThat(daybook.getSpec().getTerminationGracePeriodSeconds() - wait)
                .isGreaterThan(phase.toSeconds())
                .isGreaterThanOrEqualTo(compose);
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void letsThroughOnlyWhatIsNamed(String overlay) {
        Manifests manifests = Manifests.of(overlay);

        var nothing = manifests.the(NetworkPolicy.class, "deny-everything").getSpec();
        assertThat(selected(manifests, nothing.getPodSelector()))
                .containsExactlyInAnyOrder("daybook", "gateway", "migrate");
        assertThat(nothing.getPolicyTypes()).containsExactlyInAnyOrder("Ingress", "Egress");
        assertThat(nothing.getIngress()).isEmpty();
        assertThat(nothing.getEgress()).isEmpty();

        Set<String> daybook = new TreeSet<>(Set.of(
                "53/TCP to k8s-app=kube-dns in kube-system",
                "53/UDP to k8s-app=kube-dns in kube-system",
                "3306/TCP to app.kubernetes.io/name=mysql in mysql",
                "4318/TCP to app.kubernetes.io/name=opentelemetry-collector in monitoring",
                "http/TCP from app.kubernetes.io/name=gateway",
                "management/TCP from app.kubernetes.io/name=prometheus in monitoring"));
        if (overlay.equals("axonserver")) daybook.add("8124/TCP to app.kubernetes.io/name=axonserver in axonserver");
        assertThat(allowed(manifests, "daybook")).isEqualTo(daybook);
        assertThat(allowed(manifests, "migrate"))
                .containsExactlyInAnyOrder(
                        "53/TCP to k8s-app=kube-dns in kube-system",
                        "53/UDP to k8s-app=kube-dns in kube-system",
                        "3306/TCP to app.kubernetes.io/name=mysql in mysql");
        assertThat(allowed(manifests, "gateway"))
                .containsExactlyInAnyOrder(
                        "53/TCP to k8s-app=kube-dns in kube-system",
                        "53/UDP to k8s-app=kube-dns in kube-system",
                        "http/TCP from anywhere",
                        "https/TCP from anywhere",
                        "http/TCP to app.kubernetes.io/name=daybook");
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void asksWhereItIsLetThrough(String overlay) {
        Manifests manifests = Manifests.of(overlay);
        Map<String, String> settings = manifests.environment(manifests.container("daybook"));

        URI database = URI.create(settings.get("SPRING_DATASOURCE_URL").substring("jdbc:".length()));
        URI collector = URI.create(settings.get("MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT"));
        assertThat(database.getHost()).isEqualTo("mysql.mysql.svc.cluster.local");
        assertThat(database.getPort()).isEqualTo(3306);
        assertThat(collector.getHost()).isEqualTo("opentelemetry-collector.monitoring.svc.cluster.local");
        assertThat(collector.getPort()).isEqualTo(4318);
        assertThat(settings)
                .containsEntry("SPRING_PROFILES_ACTIVE", overlay.equals("axonserver") ? "mysql,axonserver" : "mysql");
        if (overlay.equals("axonserver"))
            assertThat(settings).containsEntry("AXON_AXONSERVER_SERVERS", "axonserver.axonserver.svc.cluster.local");
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void putsTheGatewayBeforeTheInstances(String overlay) {
        Manifests manifests = Manifests.of(overlay);
        Service daybook = manifests.the(Service.class, "daybook");

        assertThat(daybook.getSpec().getClusterIP()).isEqualTo("None");
        assertThat(manifests.environment(manifests.container("gateway")).get("GATEWAY_UPSTREAMS"))
                .contains("; server %s.%s.svc.cluster.local:8080 resolve "
                        .formatted(
                                daybook.getMetadata().getName(),
                                daybook.getMetadata().getNamespace()));
        assertThat(manifests.the(Service.class, "gateway").getSpec().getExternalTrafficPolicy())
                .isEqualTo("Local");
        assertThat(manifests.all(Service.class))
                .filteredOn(one -> "LoadBalancer".equals(one.getSpec().getType()))
                .extracting(one -> one.getMetadata().getName())
                .containsExactly("gateway");
    }

    /** The gateway's files are all there, and in the folders where they include each other. */
    @Test
    void mountsTheGatewaysOwnFiles() {
        Manifests manifests = Manifests.of("mysql");
        for (String folder : List.of("conf.d", "snippets", "templates")) {
            VolumeMount mount = manifests.container("gateway").getVolumeMounts().stream()
                    .filter(one -> one.getMountPath().startsWith("/etc/nginx/" + folder))
                    .findFirst()
                    .orElseThrow();
            Volume volume = manifests.pods().get("gateway").getSpec().getVolumes().stream()
                    .filter(one -> one.getName().equals(mount.getName()))
                    .findFirst()
                    .orElseThrow();
            assertThat(manifests
                            .the(ConfigMap.class, volume.getConfigMap().getName())
                            .getData())
                    .isEqualTo(Repository.files("ops/gateway/" + folder, "").stream()
                            .collect(toMap(file -> file.getFileName().toString(), Repository::text)));
        }
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void makesTheSchemaFirst(String overlay) {
        Manifests manifests = Manifests.of(overlay);
        Job migrate = manifests.the(Job.class, "migrate");

        assertThat(manifests.environment(manifests.container("migrate")))
                .containsEntry("SPRING_PROFILES_ACTIVE", "mysql,migrate");
        assertThat(migrate.getSpec().getTemplate().getSpec().getRestartPolicy()).isEqualTo("Never");
        assertThat(migrate.getMetadata().getAnnotations()).containsEntry("argocd.argoproj.io/hook", "Sync");
        assertThat(wave(migrate)).isPositive().isLessThan(wave(manifests.the(Deployment.class, "daybook")));
    }

    @Test
    void isFollowedByArgo() {
        Path file = Repository.file("ops/kubernetes/argocd/application.yaml");
        Application application = Manifests.STRICT.convertValue(
                Kustomization.documents(Repository.text(file)).getFirst(), Application.class);

        assertThat(application.apiVersion()).isEqualTo("argoproj.io/v1alpha1");
        assertThat(application.kind()).isEqualTo("Application");
        assertThat(Repository.file(application.spec().source().path() + "/kustomization.yaml"))
                .exists();
        assertThat(application.spec().destination().namespace()).isEqualTo("daybook");
        assertThat(application.spec().syncPolicy().automated().selfHeal()).isTrue();
    }

    @Test
    void isScrapedAsItsRulesExpect() {
        Path folder = Repository.file("ops/kubernetes/components/prometheus-operator");
        ServiceMonitor monitor = Manifests.STRICT.convertValue(
                Kustomization.documents(Repository.text(folder.resolve("servicemonitor.yaml")))
                        .getFirst(),
                ServiceMonitor.class);
        Service daybook = Manifests.of("mysql").the(Service.class, "daybook");

        assertThat(monitor.apiVersion()).isEqualTo("monitoring.coreos.com/v1");
        assertThat(daybook.getMetadata().getLabels())
                .containsAllEntriesOf(monitor.spec().selector().getMatchLabels());
        assertThat(monitor.spec().endpoints()).singleElement().satisfies(endpoint -> {
            assertThat(daybook.getSpec().getPorts())
                    .anyMatch(port -> port.getName().equals(endpoint.port()));
            assertThat(endpoint.path())
                    .isEqualTo(Repository.yaml(Repository.file("ops/monitoring/prometheus/prometheus.yml"))
                            .at("/scrape_configs/0/metrics_path")
                            .asString());
        });
    }

    @Test
    void tellsWhichSecretsToMake() {
        assertThat(documented("daybook"))
                .containsExactlyInAnyOrder(
                        "spring.datasource.password",
                        "daybook.admin.password",
                        "axon.axonserver.token",
                        "signing-key.pem");
        assertThat(documented("gateway-tls")).containsExactlyInAnyOrder("tls.crt", "tls.key");
    }

    /** The fields of Argo CD's Application that are used here. */
    record Application(String apiVersion, String kind, Metadata metadata, Spec spec) {
        record Metadata(String name, String namespace) {}

        record Spec(
                String project,
                Source source,
                Destination destination,
                SyncPolicy syncPolicy,
                int revisionHistoryLimit) {}

        record Source(String repoURL, String targetRevision, String path) {}

        record Destination(String server, String namespace) {}

        record SyncPolicy(Automated automated, List<String> syncOptions, Retry retry) {}

        record Automated(boolean prune, boolean selfHeal) {}

        record Retry(int limit, Backoff backoff) {}

        record Backoff(String duration, int factor, String maxDuration) {}
    }

    /** The fields of the Prometheus operator's ServiceMonitor that are used here. */
    record ServiceMonitor(String apiVersion, String kind, Map<String, String> metadata, Spec spec) {
        record Spec(LabelSelector selector, List<Endpoint> endpoints) {}

        record Endpoint(String port, String path, String interval, String scrapeTimeout) {}
    }

    private static Set<String> selected(Manifests manifests, LabelSelector selector) {
        return manifests.pods().entrySet().stream()
                .filter(pod -> selects(selector, pod.getValue().getMetadata().getLabels()))
                .map(Map.Entry::getKey)
                .collect(toSet());
    }

    private static boolean selects(LabelSelector selector, Map<String, String> labels) {
        return labels.entrySet().containsAll(selector.getMatchLabels().entrySet())
                && selector.getMatchExpressions().stream().allMatch(expression -> {
                    if (!expression.getOperator().equals("In"))
                        throw new IllegalStateException(expression.getOperator() + ", teach it to me");
                    return expression.getValues().contains(labels.get(expression.getKey()));
                });
    }

    /** What the cluster or an operator puts into a volume. */
    private static Collection<String> keys(Manifests manifests, Volume volume) {
        if (volume.getConfigMap() != null)
            return manifests
                    .the(ConfigMap.class, volume.getConfigMap().getName())
                    .getData()
                    .keySet();
        if (volume.getSecret() != null) return documented(volume.getSecret().getSecretName());
        assertThat(volume.getEmptyDir()).as(volume.getName()).isNotNull();
        assertThat(volume.getEmptyDir().getSizeLimit()).as(volume.getName()).isNotNull();
        return List.of();
    }

    private static List<KeyToPath> items(Volume volume) {
        return volume.getSecret() == null ? List.of() : volume.getSecret().getItems();
    }

    /** The keys of a secret that the documentation makes. */
    private static Set<String> documented(String secret) {
        String command = Pattern.compile("kubectl .*create secret (?:generic|tls) " + secret + " (?:.*\\\\\n)*.*")
                .matcher(DOCUMENTATION)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing tells how to make the secret " + secret));
        if (command.contains("create secret tls ")) return Set.of("tls.crt", "tls.key");
        return Pattern.compile("--from-file=([a-z.-]+)")
                .matcher(command)
                .results()
                .map(key -> key.group(1))
                .collect(toSet());
    }

    private static Map<String, Integer> ports(PodTemplateSpec pod) {
        return pod.getSpec().getContainers().stream()
                .flatMap(container -> container.getPorts().stream())
                .collect(toMap(ContainerPort::getName, ContainerPort::getContainerPort));
    }

    private static String[] names(List<NetworkPolicyPort> ports) {
        return ports.stream().map(port -> port.getPort().getStrVal()).toArray(String[]::new);
    }

    private static Stream<HTTPGetAction> probes(Container container) {
        return Stream.of(container.getStartupProbe(), container.getLivenessProbe(), container.getReadinessProbe())
                .map(probe -> probe.getHttpGet());
    }

    private static Stream<NetworkPolicyPeer> peers(NetworkPolicy policy) {
        return Stream.concat(
                policy.getSpec().getIngress().stream().flatMap(rule -> rule.getFrom().stream()),
                policy.getSpec().getEgress().stream().flatMap(rule -> rule.getTo().stream()));
    }

    /** All that the policies together let a pod do, in words. */
    private static Set<String> allowed(Manifests manifests, String pod) {
        Set<String> allowed = new TreeSet<>();
        for (NetworkPolicy one : manifests.all(NetworkPolicy.class)) {
            if (!selected(manifests, one.getSpec().getPodSelector()).contains(pod)) continue;
            one.getSpec().getIngress().forEach(rule -> allowed.addAll(words(rule.getPorts(), "from", rule.getFrom())));
            one.getSpec().getEgress().forEach(rule -> allowed.addAll(words(rule.getPorts(), "to", rule.getTo())));
        }
        return allowed;
    }

    private static List<String> words(List<NetworkPolicyPort> ports, String way, List<NetworkPolicyPeer> peers) {
        List<String> ends = peers.isEmpty()
                ? List.of("anywhere")
                : peers.stream().map(RunningOnKubernetesTest::words).toList();
        return ports.stream()
                .flatMap(port -> ends.stream()
                        .map(end -> "%s/%s %s %s".formatted(port.getPort().getValue(), port.getProtocol(), way, end)))
                .toList();
    }

    private static String words(NetworkPolicyPeer peer) {
        String pods = peer.getPodSelector().getMatchLabels().entrySet().stream()
                .map(Object::toString)
                .collect(joining(","));
        if (peer.getNamespaceSelector() == null) return pods;
        return pods + " in " + peer.getNamespaceSelector().getMatchLabels().get("kubernetes.io/metadata.name");
    }

    private static int wave(HasMetadata one) {
        return Integer.parseInt(one.getMetadata().getAnnotations().get("argocd.argoproj.io/sync-wave"));
    }

    private static JsonNode application(String pointer) {
        Map<String, Object> common = Kustomization.documents(
                        Repository.text(Repository.file("api/src/main/resources/application.yaml")))
                .getFirst();
        return Manifests.STRICT.<JsonNode>valueToTree(common).at(pointer);
    }
}
