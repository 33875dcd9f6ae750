package io.updraft.alert.rule;

import io.updraft.alert.domain.Condition;
import io.updraft.alert.domain.Operand;
import io.updraft.telemetry.published.MetricTypes;
import io.updraft.telemetry.published.MetricTypes.Values;
import java.util.Optional;

/** Judges whether the points of a metric can break a condition at all. */
final class FitMetric {
  private final MetricTypes types;

  FitMetric(MetricTypes types) {
    this.types = types;
  }

  /** What does not fit; empty where all does, or the metric has no definition yet. */
  Optional<String> complaint(String organization, String metric, Condition condition) {
    return types
        .of(organization, metric)
        .filter(type -> !fits(condition, type.values()))
        .map(type -> complaint(metric, type, condition));
  }

  private static boolean fits(Condition condition, Values values) {
    return switch (condition) {
      case Condition.Absent _ -> true;
      case Condition.RateOfChange _ -> values == Values.NUMBERS;
      case Condition.Threshold(var _, var operand) -> values == values(operand);
    };
  }

  private static Values values(Operand operand) {
    return switch (operand) {
      case Operand.Numeric _ -> Values.NUMBERS;
      case Operand.Text _ -> Values.TEXTS;
      case Operand.Flag _ -> Values.FLAGS;
    };
  }

  private static String complaint(String metric, MetricTypes.Type type, Condition condition) {
    String is =
        switch (condition.value()) {
          case Operand.Numeric _ -> "a number";
          case Operand.Text _ -> "a text";
          case Operand.Flag _ -> "true or false";
        };
    return "is %s, but the metric %s is %s%s"
        .formatted(
            is,
            metric,
            type.name(),
            type.values() == Values.OBJECTS ? ", for which absent is the only condition" : "");
  }
}
