package io.updraft.alert.bench;

import io.updraft.alert.domain.Condition;
import io.updraft.alert.domain.Level;
import io.updraft.alert.domain.Operand;
import io.updraft.alert.domain.Operator;
import io.updraft.alert.domain.Rule;
import io.updraft.alert.domain.RuleDevices;
import io.updraft.alert.domain.RuleIndex;
import io.updraft.alert.domain.RuleTerms;
import io.updraft.alert.rule.Samples;
import io.updraft.telemetry.published.Circumstances;
import io.updraft.telemetry.published.DataPoint;
import io.updraft.telemetry.published.Nanos;
import io.updraft.telemetry.published.Value;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A batch of ten metrics, judged by the rules of an organization with a thousand. Each of the ten
 * has a rule however few there are, since a metric without one costs nothing.
 */
@State(Scope.Thread)
public class JudgingBench {
  static final int METRICS_OF_BATCH = 10;
  static final int POINTS = METRICS_OF_BATCH * Points.OF_METRIC;

  private static final int METRICS = 1_000;
  private static final int LOWEST_LIMIT = 80;

  @Param({"10", "10000"})
  int rules = METRICS_OF_BATCH;

  @Param Points points = Points.NONE_BREAKS;

  private RuleIndex index = RuleIndex.EMPTY;
  private Map<String, List<DataPoint>> batch = Map.of();

  /** The values of one metric in the batch. */
  public enum Points {
    NONE_BREAKS(20),
    /** All rules of its metric. */
    ONE_OF_A_HUNDRED_BREAKS(500);

    static final int OF_METRIC = 100;

    private final double last;

    Points(double last) {
      this.last = last;
    }

    List<DataPoint> all() {
      return IntStream.range(0, OF_METRIC)
          .mapToObj(i -> point(i, i == OF_METRIC - 1 ? last : 20 + i / 10.0))
          .toList();
    }

    private static DataPoint point(int second, double value) {
      long time = Nanos.of(Samples.NOW.plusSeconds(second));
      return new DataPoint(time, new Value.Decimal(value), Circumstances.NONE);
    }
  }

  @Setup
  public void prepare() {
    index = new RuleIndex(IntStream.range(0, rules).mapToObj(JudgingBench::rule).toList());
    batch =
        IntStream.range(0, METRICS_OF_BATCH)
            .boxed()
            .collect(Collectors.toMap(JudgingBench::metric, _ -> points.all()));
  }

  private static Rule rule(int number) {
    int limit = LOWEST_LIMIT + number / METRICS;
    return Samples.rule(
        number,
        new RuleTerms(
            "Hot",
            null,
            metric(number % METRICS),
            new Condition.Threshold(Operator.ABOVE, Operand.Numeric.of(limit)),
            Duration.ofMinutes(5),
            1,
            Level.WARNING,
            Duration.ofMinutes(15),
            true,
            Duration.ofHours(1),
            RuleDevices.ALL,
            List.of()));
  }

  private static String metric(int number) {
    return "metric-" + number;
  }

  @Benchmark
  public List<RuleIndex.Broken> broken() {
    return index.broken("dev-1", batch.keySet(), m -> Objects.requireNonNull(batch.get(m)));
  }
}
