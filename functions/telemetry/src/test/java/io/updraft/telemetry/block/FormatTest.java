package io.updraft.telemetry.block;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.telemetry.domain.Series;
import io.updraft.telemetry.published.Circumstances;
import io.updraft.telemetry.published.DataPoint;
import io.updraft.telemetry.published.Value;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What version 1 wrote stays readable for as long as any of it is stored. */
class FormatTest {
  private static final long START = 1_795_608_000_123_000_000L;
  private static final Circumstances SAID =
      new Circumstances("°C", Map.of("hall", "7"), "{\"by\":\"läufer\"}", 93, true);

  @Test
  void readsWhatVersionOneWrote() throws DamagedBlock, IOException {
    Block block = Block.open(versionOne());
    List<Series> written = written();
    assertThat(block.sections()).extracting(Section::metric).hasSize(written.size());
    for (Series series : written) {
      Section section = block.section(series.metric()).orElseThrow();
      assertThat(section.points()).as(series.metric()).isEqualTo(series.points());
    }
  }

  /** Else the bytes above guard less than what is written today. */
  @Test
  void writesEachShapeThatIsGuarded() throws IOException {
    assertThat(Block.seal(written())).hasSameSizeAs(versionOne());
  }

  private static byte[] versionOne() throws IOException {
    try (InputStream hex = FormatTest.class.getResourceAsStream("version-1.hex")) {
      byte[] text = Objects.requireNonNull(hex).readAllBytes();
      return HexFormat.of()
          .parseHex(new String(text, StandardCharsets.US_ASCII).replaceAll("\\s", ""));
    }
  }

  /** One series for each way in which a column can be written. */
  private static List<Series> written() {
    RandomGenerator random = new Random(7);
    long[] level = {2150};
    return List.of(
        series("steady", 40, i -> new Value.Decimal((2000 + 3 * i) / 100.0)),
        series("drifting", 150, i -> new Value.Decimal((level[0] += step(random)) / 100.0)),
        series("smooth", 40, i -> new Value.Whole(i * (i + 1L) / 2)),
        series("level", 40, i -> new Value.Whole(random.nextInt(64))),
        series("script", 40, i -> script(200 + random.nextInt(-9, 9))),
        series("patched", 40, i -> new Value.Decimal(i == 7 ? Math.PI : i == 9 ? -0.0 : i / 10.0)),
        series("floats", 40, i -> new Value.Decimal((float) (i / 10.0))),
        series("doubles", 20, i -> number(i, random.nextDouble())),
        series("wide", 9, i -> number(i, random.nextLong())),
        series("extremes", 2, i -> new Value.Whole(i == 0 ? Long.MIN_VALUE : Long.MAX_VALUE)),
        series("runs", 100, i -> new Value.Flag(i / 30 % 2 == 0)),
        series("flags", 20, i -> new Value.Flag(random.nextBoolean())),
        series("state", 60, i -> new Value.Text(i < 50 ? "läuft" : "steht, " + i)),
        series("halves", 1, i -> new Value.Text("\uD800")),
        series("place", 20, i -> new Value.Json("{\"lat\":52.%d,\"lon\":13.4}".formatted(i))),
        series("exact", 3, i -> new Value.Exact(new BigDecimal("-12345678901234567890.12" + i))),
        series("mixed", 12, FormatTest::mixed),
        new Series("single", List.of(new DataPoint(-1, new Value.Decimal(21.5), SAID))));
  }

  private static int step(RandomGenerator random) {
    return random.nextInt(4) * random.nextInt(-3, 4) + (random.nextInt(60) == 0 ? 900 : 0);
  }

  private static Value script(int tenths) {
    return tenths % 10 == 0 ? new Value.Whole(tenths / 10) : new Value.Decimal(tenths / 10.0);
  }

  private static Value number(int i, double number) {
    return i == 5 ? new Value.Whole(12) : new Value.Decimal(number);
  }

  private static Value number(int i, long number) {
    return i == 5 ? new Value.Decimal(1.0 / 3) : new Value.Whole(number);
  }

  private static Value mixed(int i) {
    return switch (i % 4) {
      case 0 -> new Value.Whole(i);
      case 1 -> new Value.Text("n/a");
      case 2 -> new Value.Flag(true);
      default -> new Value.Exact(new BigDecimal("1e400"));
    };
  }

  private static Series series(String metric, int count, IntFunction<Value> values) {
    RandomGenerator random = new Random(metric.hashCode());
    boolean steady = count % 40 == 0;
    return new Series(
        metric,
        IntStream.range(0, count)
            .mapToObj(i -> point(steady ? 0 : random.nextInt(90), i, values.apply(i)))
            .toList());
  }

  private static DataPoint point(int late, long i, Value value) {
    long time = START + (i * 10_000 + late) * 1_000_000;
    return new DataPoint(time, value, i == 2 ? SAID : Circumstances.NONE);
  }
}
