package io.updraft.cloud;

import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IAlarmAction;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.constructs.Construct;

/** Makes alarms that all tell the same people, also when it is over. */
final class Alarms {
  private static final Duration PERIOD = Duration.minutes(5);

  private final Construct scope;
  private final IAlarmAction told;

  Alarms(Construct scope, IAlarmAction told) {
    this.scope = scope;
    this.told = told;
  }

  /**
   * An alarm from the first five minutes on in which a metric reaches the least value.
   *
   * @param meaning what it means, and what to look at first
   */
  void from(double least, Metric metric, String id, String meaning) {
    Alarm alarm =
        Alarm.Builder.create(scope, id)
            .metric(metric)
            .alarmDescription(meaning)
            .threshold(least)
            .evaluationPeriods(1)
            .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
            .treatMissingData(TreatMissingData.NOT_BREACHING)
            .build();
    alarm.addAlarmAction(told);
    alarm.addOkAction(told);
  }

  static Metric metric(
      String namespace, String name, String statistic, Map<String, String> dimensions) {
    return Metric.Builder.create()
        .namespace(namespace)
        .metricName(name)
        .statistic(statistic)
        .dimensionsMap(dimensions)
        .period(PERIOD)
        .build();
  }
}
