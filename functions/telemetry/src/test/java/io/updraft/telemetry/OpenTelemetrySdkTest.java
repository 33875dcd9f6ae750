package io.updraft.telemetry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.exporter.logging.otlp.internal.metrics.OtlpStdoutMetricExporter;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.sdk.metrics.Aggregation;
import io.opentelemetry.sdk.metrics.InstrumentSelector;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.View;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import io.opentelemetry.sdk.resources.Resource;
import io.updraft.lambda.DependencyUnavailable;
import io.updraft.telemetry.delivery.Deliver;
import io.updraft.telemetry.delivery.Intake;
import io.updraft.telemetry.delivery.RecordingIntake;
import io.updraft.telemetry.domain.Offered;
import io.updraft.telemetry.published.DataPoint;
import io.updraft.telemetry.published.Value;
import io.updraft.testing.ApiCall;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What OpenTelemetry's own SDK sends, and how it takes the answers. */
class OpenTelemetrySdkTest {
  private final RecordingIntake intake = new RecordingIntake();
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
  }

  @Test
  void eachValueArrivesAsItWasMeasured() {
    List<MetricData> sent = measured(OpenTelemetrySdkTest::measureAll);

    assertThat(export(intake, OpenTelemetrySdkTest::gateway, sent)).isTrue();

    assertThat(intake.value("lamp-1", "requests.total")).isEqualTo(new Value.Whole(Long.MAX_VALUE));
    DataPoint level = intake.only("lamp-1", "level");
    assertThat(level.value()).isEqualTo(new Value.Decimal(Math.PI));
    assertThat(level.circumstances().unit()).isEqualTo("mm");
    assertThat(level.circumstances().tags())
        .isEqualTo(
            Map.of("tank", "north", "full", "false", "row", "3", "ratio", "0.5", "list", "[1,2]"));
    assertThat(level.time()).isEqualTo(timeOf(sent, "level"));
    assertThat(intake.value("lamp-1", "queue")).isEqualTo(new Value.Whole(-4));
    assertThat(intake.value("lamp-1", "observed")).isEqualTo(new Value.Decimal(-0.0));
    assertThat(intake.value("lamp-1", "latency.count")).isEqualTo(new Value.Whole(3));
    assertThat(intake.value("lamp-1", "latency.sum")).isEqualTo(new Value.Decimal(111.5));
    assertThat(intake.value("lamp-1", "latency.min")).isEqualTo(new Value.Decimal(0.5));
    assertThat(intake.value("lamp-1", "latency.max")).isEqualTo(new Value.Decimal(100));
    assertThat(intake.value("lamp-1", "latency.buckets"))
        .isEqualTo(new Value.Json("{\"bounds\":[1.0,50.0],\"counts\":[1,1,1]}"));
    assertThat(intake.only("lamp-1", "latency.sum").circumstances().unit()).isEqualTo("ms");
    assertThat(intake.only("lamp-1", "latency.count").circumstances().unit()).isNull();
    assertThat(intake.value("lamp-1", "size.count")).isEqualTo(new Value.Whole(2));
    assertThat(intake.value("lamp-1", "size.max")).isEqualTo(new Value.Decimal(1e9));
    assertThat(intake.points("lamp-1")).hasSize(13);
  }

  @Test
  void seriesThatDifferInAttributesAllArrive() {
    List<MetricData> sent = measured(OpenTelemetrySdkTest::measureProcessors);

    export(intake, OpenTelemetrySdkTest::gateway, sent);

    long time = timeOf(sent, "cpu.time");
    List<Offered.Point> points = intake.points("lamp-1");
    assertThat(points).extracting(p -> p.point().time()).doesNotHaveDuplicates();
    assertThat(points).allMatch(p -> p.point().time() - time < 1_000_000);
    for (int cpu = 0; cpu < 64; cpu++) {
      Map<String, String> tags = Map.of("cpu", Integer.toString(cpu));
      assertThat(points)
          .filteredOn(p -> p.point().circumstances().tags().equals(tags))
          .extracting(p -> p.point().value())
          .containsExactly(new Value.Whole(cpu));
    }
  }

  @Test
  void jsonArrivesLikeProtobuf() throws Exception {
    List<MetricData> sent = measured(OpenTelemetrySdkTest::measureAll);
    export(intake, OpenTelemetrySdkTest::gateway, sent);
    RecordingIntake fromJson = new RecordingIntake();

    HttpResponse<String> answer = post(server(fromJson, OpenTelemetrySdkTest::gateway), json(sent));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{}");
    assertThat(fromJson.calls()).isEqualTo(intake.calls());
  }

  @Test
  void theSdkTakesAPartialSuccessAsSuccess() {
    List<MetricData> sent =
        measured(
            meter -> {
              meter.gaugeBuilder("bad").build().set(Double.NaN);
              meter.gaugeBuilder("good").build().set(1);
            });

    assertThat(export(intake, OpenTelemetrySdkTest::gateway, sent)).isTrue();
    assertThat(intake.points("lamp-1")).extracting(Offered.Point::metric).containsExactly("good");
  }

  @Test
  void theSdkDropsWhatIsBad() {
    List<MetricData> sent = measured(meter -> meter.gaugeBuilder("a/b").build().set(1));
    AtomicInteger requests = new AtomicInteger();

    boolean exported =
        export(
            intake,
            call -> {
              requests.incrementAndGet();
              return gateway(call);
            },
            sent);

    assertThat(exported).isFalse();
    assertThat(requests).hasValue(1);
  }

  @Test
  void theSdkComesBackWhenATableWasAway() {
    AtomicInteger attempts = new AtomicInteger();
    Intake awayAtFirst =
        (caller, device, offered, batch) -> {
          if (attempts.incrementAndGet() == 1) {
            throw new DependencyUnavailable("the table", Duration.ofSeconds(1), null);
          }
          return intake.take(caller, device, offered, batch);
        };

    assertThat(
            export(
                awayAtFirst,
                OpenTelemetrySdkTest::gateway,
                measured(meter -> meter.gaugeBuilder("a").build().set(1))))
        .isTrue();
    assertThat(intake.points("lamp-1")).hasSize(1);
  }

  @Test
  void aDeviceCannotSendForAnother() {
    List<MetricData> sent = measured(meter -> meter.gaugeBuilder("a").build().set(1));

    assertThat(export(intake, call -> call.asDevice("acme", "pump-2"), sent)).isFalse();
    assertThat(intake.calls()).isEmpty();
  }

  private static ApiCall gateway(ApiCall call) {
    return call.asGateway("acme", "maker");
  }

  private static void measureAll(Meter meter) {
    meter.counterBuilder("requests.total").build().add(Long.MAX_VALUE);
    meter
        .gaugeBuilder("level")
        .setUnit("mm")
        .build()
        .set(
            Math.PI,
            Attributes.builder()
                .put("tank", "north")
                .put("full", false)
                .put("row", 3L)
                .put("ratio", 0.5)
                .put(AttributeKey.longArrayKey("list"), 1L, 2L)
                .put("empty", "")
                .build());
    meter.upDownCounterBuilder("queue").build().add(-4);
    meter.gaugeBuilder("observed").buildWithCallback(m -> m.record(-0.0));
    var latency =
        meter
            .histogramBuilder("latency")
            .setUnit("ms")
            .setExplicitBucketBoundariesAdvice(List.of(1.0, 50.0))
            .build();
    List.of(0.5, 11.0, 100.0).forEach(latency::record);
    var size = meter.histogramBuilder("size").build();
    List.of(1.0, 1e9).forEach(size::record);
  }

  private static void measureProcessors(Meter meter) {
    var time = meter.counterBuilder("cpu.time").build();
    for (int cpu = 0; cpu < 64; cpu++) {
      time.add(cpu, Attributes.of(AttributeKey.longKey("cpu"), (long) cpu));
    }
  }

  /** What the SDK collects of a device. */
  private List<MetricData> measured(Consumer<Meter> measure) {
    List<MetricData> collected = new ArrayList<>();
    try (SdkMeterProvider provider =
        SdkMeterProvider.builder()
            .setResource(
                Resource.create(
                    Attributes.builder()
                        .put("device.id", "lamp-1")
                        .put("service.instance.id", "31f0a5a4-6cb5-4b3b-9b2b-0a3c1c8b2d11")
                        .put("service.name", "lamps")
                        .build()))
            .registerView(
                InstrumentSelector.builder().setName("size").build(),
                View.builder()
                    .setAggregation(Aggregation.base2ExponentialBucketHistogram())
                    .build())
            .registerMetricReader(PeriodicMetricReader.create(new CollectingExporter(collected)))
            .build()) {
      measure.accept(provider.get("test"));
      provider.forceFlush().join(10, TimeUnit.SECONDS);
      return List.copyOf(collected);
    }
  }

  private boolean export(
      Intake target, UnaryOperator<ApiCall> caller, Collection<MetricData> metrics) {
    try (MetricExporter exporter =
        OtlpHttpMetricExporter.builder()
            .setEndpoint(server(target, caller).url() + "/v1/metrics")
            .setCompression("gzip")
            .build()) {
      return exporter.export(metrics).join(30, TimeUnit.SECONDS).isSuccess();
    }
  }

  private static String json(Collection<MetricData> metrics) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MetricExporter exporter =
        OtlpStdoutMetricExporter.builder().setWrapperJsonObject(true).setOutput(bytes).build()) {
      exporter.export(metrics).join(10, TimeUnit.SECONDS);
    }
    return bytes.toString(UTF_8);
  }

  private static HttpResponse<String> post(ProtocolServer server, String json) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(server.url() + "/v1/metrics"))
              .header("content-type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(json))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  private static long timeOf(List<MetricData> metrics, String name) {
    return metrics.stream()
        .filter(m -> m.getName().equals(name))
        .flatMap(m -> m.getData().getPoints().stream())
        .findFirst()
        .orElseThrow()
        .getEpochNanos();
  }

  private ProtocolServer server(Intake target, UnaryOperator<ApiCall> caller) {
    ProtocolServer server =
        ProtocolServer.of(
            new TelemetryProtocolsFunction(
                new Deliver(target, Clock.systemUTC()), Clock.systemUTC()),
            caller);
    open.add(server);
    return server;
  }
}
