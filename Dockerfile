# syntax=docker/dockerfile:1
# docs/containers.md says how the image is built and run.

FROM node:22.23.3-bookworm-slim AS dashboard
WORKDIR /build/dashboard
# the packages first: while they stay the same, this step need not be done again
COPY dashboard/package.json dashboard/package-lock.json dashboard/.npmrc ./
RUN --mount=type=cache,target=/root/.npm \
    npm ci
COPY dashboard ./
RUN npm run build

FROM eclipse-temurin:25.0.3_9-jdk-noble AS build
WORKDIR /build
COPY . .
# there is no npm here, so Maven packs what it finds
COPY --from=dashboard /build/dashboard/target/classes/dashboard dashboard/target/classes/dashboard
RUN --mount=type=cache,target=/root/.m2 \
    ./mvnw -B -ntp -pl api -am package -DskipTests -Dspotless.check.skip
RUN mv api/target/daybook-api-*.jar daybook.jar \
    && java -Djarmode=tools -jar daybook.jar extract --layers --destination layers

FROM eclipse-temurin:25.0.3_9-jre-noble
LABEL org.opencontainers.image.title="Daybook" \
      org.opencontainers.image.description="The back end of a shop whose history is provable" \
      org.opencontainers.image.licenses="Apache-2.0"
RUN groupadd --system --gid 10001 daybook \
    && useradd --system --uid 10001 --gid daybook --no-create-home --home-dir /daybook --shell /usr/sbin/nologin daybook
WORKDIR /daybook
COPY --chmod=755 ops/container/healthy ./
# what changes least comes first, so that an upgrade moves little
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
# The trial start needs no other server: it is the embedded engine's, in a folder that is thrown away, and ends when it is ready.
RUN export MANAGEMENT_SERVER_PORT=8081; \
    timeout 300 java -XX:AOTCacheOutput=daybook.aot -Ddaybook.data-dir=/tmp/trial -Daxoniq.update-checker.disabled=true -jar daybook.jar & trial=$!; \
    until ./healthy 2> /dev/null; do kill -0 $trial || exit 1; sleep 1; done; \
    kill $trial; wait $trial; \
    test -s daybook.aot && rm -r /tmp/trial

ENV SPRING_PROFILES_ACTIVE=mysql \
    MANAGEMENT_SERVER_PORT=8081 \
    DAYBOOK_DATA_DIR=/daybook
USER 10001:10001
EXPOSE 8080 8081
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --start-interval=2s --retries=3 CMD ["./healthy"]
ENTRYPOINT ["java", "-XX:AOTCache=daybook.aot", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-Daxoniq.update-checker.disabled=true", "-jar", "daybook.jar"]
