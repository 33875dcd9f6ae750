package io.updraft.telemetry.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.updraft.device.published.DeviceContacts.Contact;
import io.updraft.events.Origin;
import io.updraft.http.Caller;
import io.updraft.http.Role;
import io.updraft.telemetry.block.Block;
import io.updraft.telemetry.block.DamagedBlock;
import io.updraft.telemetry.domain.Definitions;
import io.updraft.telemetry.domain.MetricDefinition;
import io.updraft.telemetry.domain.Offered;
import io.updraft.telemetry.domain.Series;
import io.updraft.telemetry.intake.ArrivalIds;
import io.updraft.telemetry.intake.Introduction;
import io.updraft.telemetry.intake.Sender;
import io.updraft.telemetry.intake.TakeIn;
import io.updraft.telemetry.intake.Taken;
import io.updraft.telemetry.json.BatchReader;
import io.updraft.telemetry.json.PointWriter;
import io.updraft.telemetry.json.Times;
import io.updraft.telemetry.published.DataPoint;
import io.updraft.telemetry.published.Value;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A batch of 1,000 points from JSON to the bytes that are stored, and points from stored bytes to
 * JSON, each beside what Jackson alone takes for that JSON.
 */
@State(Scope.Thread)
public class EdgeBench {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int METRICS = 10;

  private final BatchReader reader = new BatchReader(TakeIn.MOST_POINTS);
  private final SealingArrivals arrivals = new SealingArrivals();
  private final Sender sender =
      new Sender(
          Origin.of("acme"),
          new Caller("acme", "d1", Set.of(Role.DEVICE), "d1", Set.of(), Instant.MAX));
  private TakeIn takeIn = takeIn(Instant.EPOCH);
  private byte[] body = {};
  private byte[] sealed = {};
  private List<Map<String, Object>> shown = List.of();

  @Setup
  public void prepare() throws DamagedBlock {
    List<DataPoint> points = Sample.GAUGE_JITTERED.series(BlockBench.POINTS).points();
    sealed = Block.seal(List.of(new Series("gauge", points)));
    takeIn = takeIn(Instant.parse(Times.text(points.getLast().time())));
    body = body(points).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    shown = points.stream().map(EdgeBench::shown).toList();
  }

  private TakeIn takeIn(Instant now) {
    return new TakeIn(
        new NoDefinitions(),
        arrivals,
        new Introduction(arrivals, (_, _, _, _) -> new Contact.Noted()),
        ArrivalIds.ulids(),
        Clock.fixed(now, ZoneOffset.UTC));
  }

  private static final class NoDefinitions implements Definitions {
    @Override
    public Map<String, MetricDefinition> of(String organization, Set<String> names) {
      return Map.of();
    }

    @Override
    public long count(String organization) {
      return 0;
    }
  }

  private static String body(List<DataPoint> points) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      parts.add(
          "{\"timestamp\":\"%s\",\"metric_name\":\"gauge_%d\",\"value\":%s,\"unit\":\"C\"}"
              .formatted(
                  Times.text(points.get(i).time()), i % METRICS, number(points.get(i).value())));
    }
    return "{\"data_points\":[" + String.join(",", parts) + "]}";
  }

  private static double number(Value value) {
    return ((Value.Numeric) value).asDouble();
  }

  private static Map<String, Object> shown(DataPoint point) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("device_id", "d1");
    shown.put("metric_name", "gauge");
    shown.put("timestamp", Times.text(point.time()));
    shown.put("value", number(point.value()));
    shown.put("unit", "C");
    shown.put("tags", point.circumstances().tags());
    shown.put("quality", point.circumstances().quality());
    return shown;
  }

  @Benchmark
  public Taken ingest() {
    List<Offered> offered = reader.batch(body).points();
    return takeIn.take(sender, "d1", offered, null);
  }

  @Benchmark
  public JsonNode parsing() throws IOException {
    return MAPPER.readTree(body);
  }

  @Benchmark
  public byte[] query() throws DamagedBlock {
    PointWriter writer = new PointWriter();
    writer.series("d1", "gauge");
    Block.open(sealed).sections().getFirst().points().forEach(writer::point);
    return writer.end(Map.of("count", BlockBench.POINTS));
  }

  @Benchmark
  public byte[] writing() throws IOException {
    return MAPPER.writeValueAsBytes(Map.of("data_points", shown));
  }
}
