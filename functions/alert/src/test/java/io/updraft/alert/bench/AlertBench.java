package io.updraft.alert.bench;

import io.updraft.testing.CpuTime;
import java.util.Locale;
import java.util.Objects;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Prints, as a table in Markdown, how many points are judged by rules; in millions per second of
 * CPU, the mean and the range of the forks.
 */
public final class AlertBench {
  private static final int FORKS = 3;
  private static final TimeValue WARM_UP = TimeValue.seconds(1);
  private static final TimeValue TURN = TimeValue.seconds(1);

  private AlertBench() {}

  public static void main(String[] arguments) throws RunnerException {
    System.out.println("| rules | points | M points/s | range |");
    System.out.println("|---|---|---|---|");
    new Runner(options()).run().forEach(AlertBench::print);
  }

  private static Options options() {
    return new OptionsBuilder()
        .include(JudgingBench.class.getName() + "\\.")
        .mode(Mode.AverageTime)
        .forks(FORKS)
        .warmupIterations(3)
        .warmupTime(WARM_UP)
        .measurementIterations(5)
        .measurementTime(TURN)
        .jvmArgs("-Xmx512m", "-XX:+UseSerialGC", "--sun-misc-unsafe-memory-access=allow")
        .addProfiler(CpuTime.class)
        .verbosity(VerboseMode.SILENT)
        .build();
  }

  private static void print(RunResult result) {
    var cpu = Objects.requireNonNull(result.getSecondaryResults().get(CpuTime.LABEL));
    System.out.printf(
        "| %s | %s | %s | %s to %s |%n",
        result.getParams().getParam("rules"),
        result.getParams().getParam("points").toLowerCase(Locale.ROOT).replace('_', ' '),
        millions(cpu.getScore()),
        millions(cpu.getStatistics().getMax()),
        millions(cpu.getStatistics().getMin()));
  }

  private static String millions(double nanos) {
    return "%.1f".formatted(JudgingBench.POINTS * 1e3 / nanos);
  }
}
