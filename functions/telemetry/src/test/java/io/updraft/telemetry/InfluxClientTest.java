package io.updraft.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.influxdb.client.InfluxDBClient;
import com.influxdb.client.InfluxDBClientFactory;
import com.influxdb.client.WriteApi;
import com.influxdb.client.WriteApiBlocking;
import com.influxdb.client.domain.WritePrecision;
import com.influxdb.client.write.Point;
import com.influxdb.exceptions.BadRequestException;
import com.influxdb.exceptions.InfluxException;
import io.updraft.lambda.DependencyUnavailable;
import io.updraft.telemetry.delivery.Deliver;
import io.updraft.telemetry.delivery.Intake;
import io.updraft.telemetry.delivery.RecordingIntake;
import io.updraft.telemetry.domain.Offered;
import io.updraft.telemetry.intake.Sender;
import io.updraft.telemetry.intake.Taken;
import io.updraft.telemetry.published.DataPoint;
import io.updraft.telemetry.published.Value;
import io.updraft.testing.ApiCall;
import io.updraft.testing.MutableClock;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What InfluxDB's own client writes, and how it takes the answers. */
class InfluxClientTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.123456789Z");
  private static final long TIME = 1_772_359_200_987_654_321L;

  private final RecordingIntake intake = new RecordingIntake();
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
  }

  @Test
  void eachValueArrivesAsItWasWritten() {
    writer(intake, call -> call.asGateway("acme", "maker"))
        .writePoint(
            Point.measurement("weather")
                .addTag("device_id", "lamp-1")
                .addTag("room, floor", "a=b c\\d")
                .addField("temp", Math.PI)
                .addField("huge", Double.MAX_VALUE)
                .addField("count", Long.MIN_VALUE)
                .addField("exact", new BigDecimal("1E+3"))
                .addField("wet", true)
                .addField("note", "say \"hi\", C:\\dir\nnext = line")
                .addField("value", 0)
                .time(TIME, WritePrecision.NS));

    assertThat(intake.points("lamp-1")).hasSize(7);
    assertThat(intake.value("lamp-1", "weather.temp")).isEqualTo(new Value.Decimal(Math.PI));
    assertThat(intake.value("lamp-1", "weather.huge"))
        .isEqualTo(new Value.Decimal(Double.MAX_VALUE));
    assertThat(intake.value("lamp-1", "weather.count")).isEqualTo(new Value.Whole(Long.MIN_VALUE));
    assertThat(intake.value("lamp-1", "weather.exact")).isEqualTo(new Value.Decimal(1000));
    assertThat(intake.value("lamp-1", "weather.wet")).isEqualTo(new Value.Flag(true));
    assertThat(intake.value("lamp-1", "weather.note"))
        .isEqualTo(new Value.Text("say \"hi\", C:\\dir\nnext = line"));
    DataPoint whole = intake.only("lamp-1", "weather");
    assertThat(whole.value()).isEqualTo(new Value.Whole(0));
    assertThat(whole.time()).isEqualTo(TIME);
    assertThat(whole.circumstances().tags()).isEqualTo(Map.of("room, floor", "a=b c\\d"));
  }

  @Test
  void timesComeInAnyPrecision() {
    WriteApiBlocking writer = writer(intake, call -> call.asDevice("acme", "lamp-1"));
    for (WritePrecision precision : WritePrecision.values()) {
      writer.writePoint(
          Point.measurement(precision.name()).addField("value", 1.5).time(1_234, precision));
    }
    writer.writeRecord(WritePrecision.MS, "now value=1.5");

    assertThat(intake.only("lamp-1", "NS").time()).isEqualTo(1_234L);
    assertThat(intake.only("lamp-1", "US").time()).isEqualTo(1_234_000L);
    assertThat(intake.only("lamp-1", "MS").time()).isEqualTo(1_234_000_000L);
    assertThat(intake.only("lamp-1", "S").time()).isEqualTo(1_234_000_000_000L);
    assertThat(intake.only("lamp-1", "now").time()).isEqualTo(NOW.toEpochMilli() * 1_000_000);
  }

  @Test
  void manyPointsOfManyDevicesArriveInOneCompressedRequest() {
    List<Point> points =
        IntStream.range(0, 5_000)
            .mapToObj(
                i ->
                    Point.measurement("load")
                        .addTag("device_id", "d" + i % 2)
                        .addField("value", i)
                        .time(TIME + i, WritePrecision.NS))
            .toList();

    writer(intake, call -> call.asGateway("acme", "maker")).writePoints(points);

    assertThat(intake.calls()).hasSize(6);
    assertThat(intake.points("d1"))
        .extracting(p -> p.point().value())
        .containsExactlyElementsOf(
            IntStream.range(0, 2_500).mapToObj(i -> new Value.Whole(2 * i + 1)).toList());
  }

  @Test
  void theClientIsToldWhichLinesAreBad() {
    WriteApiBlocking writer = writer(intake, call -> call.asDevice("acme", "lamp-1"));

    assertThatThrownBy(
            () ->
                writer.writeRecords(
                    WritePrecision.NS,
                    List.of("a value=1", "b value=", "c/d value=1", "e,device_id=x value=1")))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("partial write: lines refused: 3; line 2: no value that its type")
        .hasMessageContaining("line 3: metric_name must have")
        .hasMessageContaining("line 4: names another device");
    assertThat(intake.points("lamp-1")).extracting(Offered.Point::metric).containsExactly("a");
  }

  @Test
  void theClientComesBackWhenItIsAskedTo() throws InterruptedException {
    AtomicInteger attempts = new AtomicInteger();
    InfluxDBClient client =
        client(
            (sender, device, offered, batch) ->
                answered(attempts.incrementAndGet(), sender, device, offered, batch),
            call -> call.asDevice("acme", "lamp-1"));
    WriteApi writer = client.makeWriteApi();
    writer.writeRecord(WritePrecision.NS, "a value=1i 5");
    writer.flush();

    for (int i = 0; i < 200 && intake.calls().isEmpty(); i++) {
      Thread.sleep(50);
    }
    writer.close();
    assertThat(attempts).hasValue(3);
    assertThat(intake.value("lamp-1", "a")).isEqualTo(new Value.Whole(1));
  }

  private Taken answered(
      int attempt, Sender sender, String device, List<Offered> offered, @Nullable String batch) {
    return switch (attempt) {
      case 1 -> new Taken.QuotaUsed("no more devices", Duration.ofSeconds(1));
      case 2 -> throw new DependencyUnavailable("the table", Duration.ofSeconds(1), null);
      default -> intake.take(sender, device, offered, batch);
    };
  }

  @Test
  void theClientReadsOtherRefusals() {
    WriteApiBlocking viewer = writer(intake, call -> call.as("acme", "eve", "viewer"));

    assertThatThrownBy(() -> viewer.writeRecord(WritePrecision.NS, "a value=1"))
        .isInstanceOfSatisfying(InfluxException.class, e -> assertThat(e.status()).isEqualTo(403));
  }

  private WriteApiBlocking writer(Intake target, UnaryOperator<ApiCall> caller) {
    return client(target, caller).getWriteApiBlocking();
  }

  private InfluxDBClient client(Intake target, UnaryOperator<ApiCall> caller) {
    TelemetryProtocolsFunction function =
        new TelemetryProtocolsFunction(
            new Deliver(target, Clock.systemUTC()), MutableClock.at(NOW));
    ProtocolServer server = ProtocolServer.of(function, caller);
    open.add(server);
    InfluxDBClient client =
        InfluxDBClientFactory.create(server.url(), "key".toCharArray(), "any", "any").enableGzip();
    open.add(client);
    return client;
  }
}
