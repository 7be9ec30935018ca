# syntax=docker/dockerfile:1
FROM eclipse-temurin:25-jdk AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    ./mvnw -B -ntp -pl launcher -am -Dmaven.test.skip=true -Dspotless.check.skip=true package \
    && java -Djarmode=tools -jar launcher/target/callout-app.jar extract --layers --destination /layers

FROM eclipse-temurin:25-jre
# Volumes that are mounted there get their owner from these folders.
RUN useradd --system --uid 10001 --home-dir /var/lib/callout --create-home callout \
    && install -d -o callout /var/lib/callout/checkpoints /var/lib/callout/logs /var/lib/callout/mail
COPY deploy/callout /usr/local/bin/callout
WORKDIR /opt/callout
# What changes seldom comes first.
COPY --from=build /layers/dependencies/ ./
COPY --from=build /layers/spring-boot-loader/ ./
COPY --from=build /layers/snapshot-dependencies/ ./
COPY --from=build /layers/application/ ./
USER 10001
ENV MALLOC_ARENA_MAX=2 \
    CALLOUT_BIND=0.0.0.0 \
    CALLOUT_PORT=8080 \
    CALLOUT_DATA=/var/lib/callout \
    CALLOUT_LOG=json
VOLUME /var/lib/callout
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && head -1 <&3 | grep -q ' 200'"]
ENTRYPOINT ["callout"]
CMD ["serve"]
