package io.updraft.telemetry.bench;

import io.updraft.telemetry.block.Block;
import io.updraft.telemetry.block.DamagedBlock;
import io.updraft.testing.CpuTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Prints, as tables in Markdown, how many bytes a point takes in blocks, and how fast they are
 * written and read, beside what was not taken. Speeds are millions of points per second of CPU.
 */
public final class TelemetryCodecBench {
  private static final int[] COUNTS = {1, 10, 100, 1000, 4000};
  private static final TimeValue WARM_UP = TimeValue.seconds(1);
  private static final TimeValue TURN = TimeValue.milliseconds(700);

  private TelemetryCodecBench() {}

  public static void main(String[] arguments) throws RunnerException, DamagedBlock {
    printSizes();
    printTimes();
    printBlocks(measure(BlockBench.class));
    printColumns(measure(ColumnBench.class));
    printEdges(measure(EdgeBench.class));
  }

  private static void printEdges(Map<String, Double> speeds) {
    printHead("M points/s, 1000 points", "ours", "Jackson alone", "times as long");
    printEdge(speeds, "ingest", "parsing");
    printEdge(speeds, "query", "writing");
  }

  private static void printEdge(Map<String, Double> speeds, String ours, String alone) {
    double times = speeds.getOrDefault(alone, 0.0) / speeds.getOrDefault(ours, 1.0);
    printRow(List.of(ours, speed(speeds, ours), speed(speeds, alone), "%.1f".formatted(times)));
  }

  private static void printSizes() {
    printHead("bytes a point, whole block", "1", "10", "100", "1000", "4000");
    for (Sample sample : Sample.values()) {
      List<String> cells = new ArrayList<>(List.of(name(sample)));
      for (int count : COUNTS) {
        int size = Block.seal(List.of(sample.series(count))).length;
        cells.add("%.2f".formatted(size / (double) count));
      }
      printRow(cells);
    }
  }

  private static void printTimes() {
    printHead("bytes a point, 1000 times", "block", "zstd", "gorilla");
    for (Sample sample : List.of(Sample.GAUGE_STEADY, Sample.GAUGE_JITTERED, Sample.SCRIPT_GAUGE)) {
      Times times = new Times(sample, BlockBench.POINTS);
      printRow(
          List.of(
              name(sample),
              perPoint(times.inBlocks()),
              perPoint(times.squeezed()),
              perPoint(times.gorilla())));
    }
  }

  private static void printBlocks(Map<String, Double> speeds) {
    printHead("M points/s, whole block of 1000", "encode", "decode");
    for (Sample sample : Sample.values()) {
      printRow(
          List.of(name(sample), speed(speeds, "encode", sample), speed(speeds, "decode", sample)));
    }
  }

  private static void printColumns(Map<String, Double> speeds) throws DamagedBlock {
    printHead("values, 1000", "way", "bytes a point", "encode", "decode");
    for (Sample sample : Sample.values()) {
      for (ColumnBench.Way way : ColumnBench.Way.values()) {
        if (speeds.containsKey(key("encode", sample, way))) {
          printRow(column(speeds, sample, way));
        }
      }
    }
  }

  private static List<String> column(Map<String, Double> speeds, Sample sample, ColumnBench.Way way)
      throws DamagedBlock {
    ColumnBench column = new ColumnBench();
    column.sample = sample;
    column.way = way;
    return List.of(
        name(sample),
        name(way),
        perPoint(column.size()),
        speed(speeds, "encode", sample, way),
        speed(speeds, "decode", sample, way));
  }

  /** Millions of points per second of CPU, by operation and parameters. */
  private static Map<String, Double> measure(Class<?> benchmark) throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(benchmark.getName() + "\\.")
            .mode(Mode.AverageTime)
            .forks(1)
            .warmupIterations(5)
            .warmupTime(WARM_UP)
            .measurementIterations(3)
            .measurementTime(TURN)
            .jvmArgs("-Xmx512m", "-XX:+UseSerialGC", "--sun-misc-unsafe-memory-access=allow")
            .addProfiler(CpuTime.class)
            .verbosity(VerboseMode.SILENT);
    return speeds(new Runner(options.build()).run());
  }

  private static Map<String, Double> speeds(Collection<RunResult> results) {
    Map<String, Double> speeds = new TreeMap<>();
    for (RunResult result : results) {
      double nanos =
          Objects.requireNonNull(result.getSecondaryResults().get(CpuTime.LABEL)).getScore();
      speeds.put(key(result), BlockBench.POINTS * 1e3 / nanos);
    }
    return speeds;
  }

  private static String key(RunResult result) {
    List<String> parts = new ArrayList<>(List.of(result.getPrimaryResult().getLabel()));
    for (String parameter : List.of("sample", "way")) {
      String value = result.getParams().getParam(parameter);
      if (value != null) {
        parts.add(value);
      }
    }
    return String.join(" ", parts);
  }

  private static String key(String operation, Enum<?>... parameters) {
    List<String> parts = new ArrayList<>(List.of(operation));
    List.of(parameters).forEach(parameter -> parts.add(parameter.name()));
    return String.join(" ", parts);
  }

  private static String speed(Map<String, Double> speeds, String operation, Enum<?>... parameters) {
    return "%.1f".formatted(speeds.getOrDefault(key(operation, parameters), Double.NaN));
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String perPoint(int size) {
    return "%.2f".formatted(size / (double) BlockBench.POINTS);
  }

  private static void printHead(String... cells) {
    System.out.println("\n| " + String.join(" | ", cells) + " |");
    System.out.println("|---".repeat(cells.length) + "|");
  }

  private static void printRow(List<String> cells) {
    System.out.println("| " + String.join(" | ", cells) + " |");
  }
}
